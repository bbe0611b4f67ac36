package io.averment.stack.configuration;

import java.util.List;

/**
 * Settings that belong together.
 *
 * @param title a few words
 * @param meaning a sentence, or nothing
 */
record SettingGroup(String title, String meaning, List<Setting> settings) {

    SettingGroup {
        settings = List.copyOf(settings);
    }
}
