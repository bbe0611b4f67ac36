package io.averment.analysis.acquisition;

import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** GeoNames' table of places: 19 columns, of which those named here are read. */
final class GeoNamesPlaces {

    private static final int COLUMNS = 19;
    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int PLAIN_NAME = 2;
    private static final int OTHER_NAMES = 3;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 5;
    private static final int CLASS = 6;
    private static final int CODE = 7;
    private static final int COUNTRY = 8;
    private static final int POPULATION = 14;

    private final KnowledgeBase base;

    GeoNamesPlaces(KnowledgeBase base) {
        this.base = base;
    }

    int read(Path file, Consumer<String> lines) throws IOException, ImportException {
        int number = 0;
        int given = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                number++;
                if (row.isEmpty()) {
                    continue;
                }
                String[] fields = row.split("\t", -1);
                if (fields.length != COLUMNS) {
                    throw new ImportException(number, "has " + fields.length + " columns, not " + COLUMNS);
                }
                KnowledgeLine line = line(fields);
                if (line != null) {
                    lines.accept(line.toString());
                    given++;
                }
            }
        }
        return given;
    }

    private @Nullable KnowledgeLine line(String[] fields) {
        Kind kind = kind(fields[CLASS], fields[CODE]);
        if (kind == null) {
            return null;
        }
        List<String> names = new ArrayList<>(List.of(fields[NAME], fields[PLAIN_NAME]));
        names.addAll(Arrays.asList(fields[OTHER_NAMES].split(",", -1)));
        KnowledgeLine line = KnowledgeLine.of("geonames:" + fields[ID], kind, names);
        if (line == null) {
            return null;
        }
        boolean known = base.alpha3(fields[COUNTRY]) != null;
        return line.fact("country", known ? fields[COUNTRY] : null)
                .fact("at", fields[LATITUDE] + "," + fields[LONGITUDE])
                .fact("population", fields[POPULATION].equals("0") ? null : fields[POPULATION])
                .fact("geonames", fields[ID]);
    }

    /** By GeoNames' feature class and code; places that news does not name are left out. */
    private static @Nullable Kind kind(String featureClass, String code) {
        return switch (featureClass) {
            case "P" -> code.equals("PPLC") ? Kind.CAPITAL : code.equals("PPLX") ? null : Kind.CITY;
            case "A" -> code.equals("ADM1") ? Kind.PROVINCE : null;
            case "H" -> Kind.WATER;
            case "T" -> code.startsWith("ISL") ? Kind.ISLAND : null;
            case "S" -> code.equals("AIRB") ? Kind.BASE : code.equals("AIRP") ? Kind.AIRPORT : null;
            default -> null;
        };
    }
}
