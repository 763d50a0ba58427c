package io.stipple.tone;

import io.stipple.model.Lab;

/**
 * The colour of a region in one photo, each a mean in linear light.
 *
 * @param skin dot-free skin, without stubble, moles and gloss
 * @param tone the region as the eye takes it in: with dots and stubble, without gloss
 * @param skinLight of the dot-free skin, linear light
 * @param toneLight of the whole, linear light
 * @param skinPx pixels of the photo that plain skin covers, about: counted on a sample
 * @param regionPx pixels of the photo inside the region and not excluded
 */
public record RegionTone(Lab skin, Lab tone, LinearRgb skinLight, LinearRgb toneLight, int skinPx, int regionPx) {}
