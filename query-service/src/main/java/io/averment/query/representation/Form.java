package io.averment.query.representation;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;

/** The forms in which a list is given; the client's Accept chooses. */
public enum Form {
    /** The page as one object; what is given when anything is accepted. */
    JSON(MediaType.APPLICATION_JSON, ""),
    /** An item a line. */
    NDJSON(Form.NDJSON_TYPE, ""),
    /** A header line, then an item a line; see {@link CsvTable}. */
    CSV(Form.CSV_TYPE, "; charset=utf-8; header=present"),
    /** A feed; see {@link AtomFeed}. */
    ATOM(Form.ATOM_TYPE, "; charset=utf-8");

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";
    public static final String ATOM_TYPE = MediaType.APPLICATION_ATOM_XML;

    private static final List<Variant> ALL = Variant.mediaTypes(Arrays.stream(values())
                    .map(form -> MediaType.valueOf(form.accepted))
                    .toArray(MediaType[]::new))
            .build();

    private final String accepted;
    private final String parameters;

    Form(String accepted, String parameters) {
        this.accepted = accepted;
        this.parameters = parameters;
    }

    /** The media type of an answer. */
    public String mediaType() {
        return accepted + parameters;
    }

    /** The form that the client prefers; JSON when it does not say. */
    public static Form accepted(Request request) {
        Variant chosen = request.selectVariant(ALL);
        return Arrays.stream(values())
                .filter(form ->
                        chosen != null && MediaType.valueOf(form.accepted).isCompatible(chosen.getMediaType()))
                .findFirst()
                .orElse(JSON);
    }
}
