package io.stipple.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system's chromium without a screen, driven as a person would; tests that need it are skipped where it is missing. */
public final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSTALL =
            "no chromium with its chromedriver on the PATH, so the page is not tested in a"
                    + " browser: apt install chromium chromium-driver";

    /** axe reads every element of a page with tens of thousands, and the machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Selenium warns of each chromium newer than itself; what is used here does not depend on it. Held, or it is forgotten. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private final List<String> requests = new ArrayList<>();

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts a browser, or skips the test. */
    public static Browser open() {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = onPath("chromedriver");
        assumeTrue(chromium.isPresent() && chromedriver.isPresent(), INSTALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toFile());
        // CI runs as root, where Chromium's own sandbox refuses to start; the page under test is our own.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-device-scale-factor=1");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    private static Optional<Path> onPath(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /**
     * Opens a file in a window of this size, px, and waits until all of it is there: on a busy machine the driver returns
     * while a page of megabytes that replaces itself is still being read.
     */
    public void open(Path page, int width, int height) {
        // Headless windows have a least width, so the size of the page is set itself.
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        run("window.replaced = true");
        driver.get(page.toUri().toString());
        Instant latest = Instant.now().plus(PATIENCE);
        while (is("window.replaced || document.readyState !== 'complete'")) {
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException(page + " is not open after " + PATIENCE);
            }
        }
    }

    /** What the script returns; it runs as the body of a function, whatever the page's policy says. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits for what the script hands to its last argument. */
    Object await(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    public boolean is(String condition) {
        return Boolean.TRUE.equals(run("return !!(" + condition + ")"));
    }

    public double number(String expression) {
        return ((Number) run("return " + expression)).doubleValue();
    }

    String text(String expression) {
        return String.valueOf(run("return " + expression));
    }

    /** Lets the page draw what it has been asked for. */
    public void settle() {
        await(
                "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 200)");
    }

    /** Dark or light, screen or print. */
    public void emulate(String media, String colourScheme) {
        devTools(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        media,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
    }

    Map<String, Object> devTools(String command, Map<String, Object> arguments) {
        return driver.executeCdpCommand(command, arguments);
    }

    public void screenshot(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }

    /** All that went wrong by the console since last asked; a test that reads pixels back makes it warn of slowness. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(Object::toString)
                .toList();
    }

    /** All that was asked of the network, or of other files, since last asked; pictures inside the page are not. */
    public List<String> requests() {
        driver.manage().logs().get(LogType.PERFORMANCE).getAll().forEach(entry -> {
            JsonNode message = JSON.readTree(entry.getMessage()).path("message");
            if (message.path("method").asString().equals("Network.requestWillBeSent")) {
                requests.add(message.path("params").path("request").path("url").asString());
            }
        });
        List<String> asked =
                requests.stream().filter(url -> !url.startsWith("data:")).toList();
        requests.clear();
        return asked;
    }

    /** What axe finds serious or critical on the open page, a line for each rule; empty where nothing. */
    public String seriousFindings() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return String.valueOf(await("const done = arguments[0]; axe.run().then(result => done("
                + "result.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))"
                + ".map(rule => rule.id + ': ' + rule.nodes.map(node => node.target + ' ' + node.failureSummary)"
                + ".slice(0, 5).join('; ')).join('\\n')))"));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
