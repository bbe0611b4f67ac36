package io.averment.query.saved;

import io.averment.query.reading.QueryParameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A query as a client sends it; checked by {@link SavedQueries}. */
@RegisterForReflection
@Schema(
        name = "SavedQueryDraft",
        description = "A query to be saved",
        requiredProperties = {"name", "list"})
record SavedQueryDraft(
        @Schema(
                description = "Its name, one of its own among its owner's queries",
                maxLength = SavedQueryDraft.LONGEST_NAME)
        @Nullable
        String name,

        @Schema(
                description = "Name of the list",
                enumeration = {"articles", "statements", "commitments", "times", "threads", "entities"})
        @Nullable
        String list,

        @Schema(description = "The list's query parameters by name, all but cursor and since; none without this")
        @Nullable
        Map<String, @Nullable String> parameters) {
    /** In code points. */
    static final int LONGEST_NAME = 100;

    /** @throws io.averment.query.problem.ProblemException when it is missing, blank, too long, or holds what is no text */
    String checkedName() {
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.codePointCount(0, given.length()) > LONGEST_NAME || !isText(given)) {
            throw QueryParameters.invalid(
                    "name must have 1 to " + LONGEST_NAME + " characters, none of them a control character.");
        }
        return given;
    }

    /** @throws io.averment.query.problem.ProblemException when one has no value, or one that is no text */
    Map<String, String> checkedParameters() {
        Map<String, @Nullable String> given = parameters == null ? Map.of() : parameters;
        Map<String, String> checked = new TreeMap<>();
        given.forEach((parameter, value) -> {
            if (value == null || !isText(value)) {
                throw QueryParameters.invalid("A parameter has no value, or one that is no text.");
            }
            checked.put(parameter, value);
        });
        return checked;
    }

    private static boolean isText(String value) {
        return value.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
