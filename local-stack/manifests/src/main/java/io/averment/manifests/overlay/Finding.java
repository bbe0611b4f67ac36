package io.averment.manifests.overlay;

/**
 * Something that is wrong.
 *
 * @param overlay the overlay
 * @param where the object, and the field if there is one
 * @param what what is wrong there, as a sentence without a full stop
 */
public record Finding(String overlay, String where, String what) {

    @Override
    public String toString() {
        return overlay + ": " + where + ": " + what;
    }
}
