package io.averment.query.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be known of one type of problem. */
@RegisterForReflection
@Schema(description = "A type of problem: what it means, and what to do")
record ProblemPage(
        @Schema(description = "As it stands in problems, and where this page is")
        String type,

        @Schema(description = "Short and stable; the end of the type")
        String code,

        @Schema(description = "The HTTP status") int status,
        String title,

        @Schema(description = "What has happened") String meaning,

        @Schema(description = "What the client can do about it")
        String remedy) {

    static ProblemPage of(ProblemType type) {
        return new ProblemPage(
                type.uri().toString(), type.code(), type.status(), type.title(), type.meaning(), type.remedy());
    }

    /** The same for people who follow the address with a browser. */
    String html() {
        return document(
                title,
                "<h1>" + escape(title) + "</h1>\n<p><code>" + escape(code) + "</code>, HTTP status " + status
                        + "</p>\n<p>"
                        + escape(meaning) + "</p>\n<h2>What to do</h2>\n<p>" + escape(remedy)
                        + "</p>\n<p><a href=\"/problems\">All problems</a></p>\n");
    }

    /** A whole document. The title is text, the body is markup. */
    static String document(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title></head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
