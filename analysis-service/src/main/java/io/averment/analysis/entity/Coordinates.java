package io.averment.analysis.entity;

/** A point on the earth, in WGS 84 degrees; what it stands for may be as large as a country. */
public record Coordinates(double latitude, double longitude) {

    public Coordinates {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("There is no place at " + latitude + ", " + longitude);
        }
    }
}
