package io.stipple.pipeline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.TreeMap;

/** Every component of a settings record by its dotted name, for the case record: what was in force can be read there. */
final class SettingsList {
    private SettingsList() {}

    static Map<String, String> of(Record settings) {
        Map<String, String> list = new TreeMap<>();
        collect("", settings, list);
        return list;
    }

    private static void collect(String prefix, Record settings, Map<String, String> into) {
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            String name = prefix + component.getName();
            Object value = value(component, settings);
            if (value instanceof Record nested) {
                collect(name + ".", nested, into);
            } else {
                into.put(name, String.valueOf(value));
            }
        }
    }

    private static Object value(RecordComponent component, Record settings) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read setting " + component.getName(), e);
        }
    }
}
