package io.averment.analysis.acquisition;

import io.averment.analysis.acquisition.JsonObjects.Value;
import io.averment.analysis.entity.Coordinates;
import io.averment.analysis.entity.Entry;
import io.averment.analysis.entity.Kind;
import io.averment.analysis.entity.KnowledgeBase;
import io.averment.analysis.entity.NameForm;
import io.averment.analysis.knowledge.CommaSeparated;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares the countries, capitals, demonyms and cities of the knowledge base with two published tables: mledoze-countries.json (one
 * array of countries) and world-cities.csv (name, country, subcountry, geonameid). What differs is printed, not decided.
 */
public final class PlacesComparison {

    /** The middle of a country is a matter of opinion up to this distance, in kilometres. */
    private static final double SAME_MIDDLE = 400;

    private static final double EARTH_RADIUS = 6371;

    private final KnowledgeBase base;
    private final Consumer<String> differences;
    private final Map<String, Entry> capitals = new HashMap<>();

    /** @param differences takes a line for each */
    public PlacesComparison(KnowledgeBase base, Consumer<String> differences) {
        this.base = base;
        this.differences = differences;
        for (Entry entry : base.entries()) {
            if (entry.kind() == Kind.CAPITAL && entry.country() != null) {
                capitals.put(entry.country(), entry);
            }
        }
    }

    /** Compares countries: code, names, capital, demonym, middle. The answer is how many were compared. */
    public int countries(Path file) throws IOException, ImportException {
        List<Value> countries = JsonObjects.array(file);
        Set<String> seen = new TreeSet<>();
        for (Value country : countries) {
            String code = country.field("cca2").text();
            if (code == null) {
                continue;
            }
            seen.add(code);
            Entry entry = base.entry(code).orElse(null);
            if (entry == null) {
                differences.accept(code + ": not in the knowledge base");
            } else {
                compare(entry, country);
            }
        }
        base.entries().stream()
                .filter(entry -> entry.kind() == Kind.COUNTRY && !seen.contains(entry.id()))
                .forEach(entry -> differences.accept(entry.id() + " " + entry.name() + ": only in the knowledge base"));
        return countries.size();
    }

    private void compare(Entry entry, Value country) {
        String code = entry.id();
        String alpha3 = country.field("cca3").text();
        if (alpha3 != null && !alpha3.equals(base.alpha3(code))) {
            differences.accept(code + ": alpha-3 " + base.alpha3(code) + ", there " + alpha3);
        }
        String name = country.field("name").field("common").text();
        if (name != null && !hasName(entry, name)) {
            differences.accept(code + ": called " + entry.name() + ", there " + name);
        }
        compareCapital(code, country.field("capital").texts());
        String demonym = country.field("demonyms").field("eng").field("m").text();
        Entry people = base.entry("people:" + code).orElse(null);
        if (people != null && demonym != null && !demonym.isEmpty() && !hasName(people, demonym)) {
            differences.accept(code + ": people called " + people.aliases() + ", there " + demonym);
        }
        List<String> middle = country.field("latlng").texts();
        Coordinates at = entry.at();
        if (at != null && middle.size() == 2) {
            double distance =
                    distance(at, new Coordinates(Double.parseDouble(middle.get(0)), Double.parseDouble(middle.get(1))));
            if (distance > SAME_MIDDLE) {
                differences.accept(code + ": middle " + at.latitude() + "," + at.longitude() + ", there " + middle
                        + ", " + Math.round(distance) + " km off");
            }
        }
    }

    private void compareCapital(String code, List<String> there) {
        Entry capital = capitals.get(code);
        if (capital != null && !there.isEmpty() && there.stream().noneMatch(name -> hasName(capital, name))) {
            differences.accept(code + ": capital " + capital.name() + ", there " + String.join(", ", there));
        }
    }

    /** Compares cities: whether a city of that country and name is there. The answer is how many were compared. */
    public int cities(Path file) throws IOException {
        Map<String, Set<String>> citiesByCountry = new HashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                List<String> fields = CommaSeparated.fields(row);
                if (fields.size() >= 2) {
                    String code = codeOf(fields.get(1));
                    citiesByCountry
                            .computeIfAbsent(code == null ? "" : code, key -> new HashSet<>())
                            .add(NameForm.of(fields.get(0)));
                }
            }
        }
        int compared = 0;
        for (Entry entry : base.entries()) {
            boolean city = entry.kind() == Kind.CITY || entry.kind() == Kind.CAPITAL;
            if (city && entry.at() != null && !entry.isImported()) {
                compared++;
                Set<String> there = citiesByCountry.getOrDefault(String.valueOf(entry.country()), Set.of());
                if (!there.contains(NameForm.of(entry.name()))
                        && entry.aliases().stream().noneMatch(alias -> there.contains(NameForm.of(alias)))) {
                    differences.accept(entry.id() + " " + entry.name() + ": no such city there");
                }
            }
        }
        return compared;
    }

    /** Of a country's name, which a table may have turned round, as "Iran, Islamic Republic of". */
    private @Nullable String codeOf(String countryName) {
        int comma = countryName.indexOf(", ");
        List<String> names = comma < 0
                ? List.of(countryName)
                : List.of(
                        countryName.substring(comma + 2) + " " + countryName.substring(0, comma),
                        countryName.substring(0, comma));
        for (String name : names) {
            for (Entry entry : base.entries()) {
                if (entry.kind() == Kind.COUNTRY && hasName(entry, name)) {
                    return entry.id();
                }
            }
        }
        return null;
    }

    private static boolean hasName(Entry entry, String name) {
        String form = NameForm.of(name);
        return NameForm.of(entry.name()).equals(form)
                || entry.aliases().stream().anyMatch(alias -> NameForm.of(alias).equals(form));
    }

    /** Along the surface, in kilometres (haversine). */
    private static double distance(Coordinates one, Coordinates other) {
        double latitude = Math.toRadians(other.latitude() - one.latitude());
        double longitude = Math.toRadians(other.longitude() - one.longitude());
        double a = Math.pow(Math.sin(latitude / 2), 2)
                + Math.cos(Math.toRadians(one.latitude()))
                        * Math.cos(Math.toRadians(other.latitude()))
                        * Math.pow(Math.sin(longitude / 2), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
