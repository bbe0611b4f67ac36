import com.ibm.icu.impl.ICUData;
import com.ibm.icu.impl.ICUResourceBundle;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.UResourceBundle;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the countries and the cities of the time zones that CLDR names, as knowledge files, into a folder. Run by the build with
 * ICU4J on its class path; nothing of ICU4J is in what runs later.
 */
final class CountryGenerator {

    /** Alpha-3 codes that begin so are CLDR's own, for parts of countries; Kosovo's is the exception, since nobody else gives it one. */
    private static final String PRIVATE_USE = "X";

    private static final String KOSOVO = "XK";

    private final LocaleDisplayNames names = LocaleDisplayNames.getInstance(ULocale.ENGLISH);
    private final TimeZoneNames zones = TimeZoneNames.getInstance(ULocale.ENGLISH);
    private final UResourceBundle bundle =
            UResourceBundle.getBundleInstance(ICUData.ICU_REGION_BASE_NAME, ULocale.ENGLISH);

    private CountryGenerator() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        CountryGenerator generator = new CountryGenerator();
        Set<String> codes = generator.codes();
        write(folder.resolve("countries.tsv"), generator.countries(codes));
        write(folder.resolve("zone-cities.tsv"), generator.cities(codes));
    }

    private static void write(Path file, List<String> lines) throws IOException {
        String head = "# Made by the build from CLDR (ICU4J " + VersionInfo.ICU_VERSION
                + "); see KNOWLEDGE.md for the format.\n";
        Files.write(file, (head + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (Region region : Region.getAvailable(RegionType.TERRITORY)) {
            String code = region.toString();
            String alpha3 = alpha3(code);
            if (!alpha3.isEmpty() && (!alpha3.startsWith(PRIVATE_USE) || code.equals(KOSOVO))) {
                codes.add(code);
            }
        }
        return codes;
    }

    private static String alpha3(String code) {
        try {
            return new ULocale("und", code).getISO3Country();
        } catch (java.util.MissingResourceException e) {
            return "";
        }
    }

    private List<String> countries(Set<String> codes) {
        List<String> lines = new ArrayList<>();
        for (String code : codes) {
            String name = names.regionDisplayName(code);
            Set<String> aliases = new LinkedHashSet<>();
            addVariant(aliases, "Countries%short", code);
            addVariant(aliases, "Countries%variant", code);
            aliases.remove(name);
            Region area = Region.getInstance(code).getContainingRegion(RegionType.SUBCONTINENT);
            lines.add(String.join(
                    "\t",
                    "COUNTRY",
                    code,
                    name,
                    aliases.isEmpty() ? "-" : String.join(" | ", aliases),
                    "alpha3=" + alpha3(code)
                            + (area == null ? "" : "; area=" + names.regionDisplayName(area.toString()))));
        }
        return lines;
    }

    private void addVariant(Set<String> aliases, String table, String code) {
        String variant = ((ICUResourceBundle) bundle).findStringWithFallback(table + "/" + code);
        if (variant != null) {
            aliases.add(variant);
        }
    }

    /** A line a city and country: a city that several zones share is one. */
    private List<String> cities(Set<String> codes) {
        TreeMap<String, String> lines = new TreeMap<>();
        for (String code : codes) {
            for (String zone :
                    new TreeSet<>(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, code, null))) {
                String city = zones.getExemplarLocationName(zone);
                if (city != null) {
                    lines.putIfAbsent(
                            code + city, "PLACE\tzone:" + zone + "\t" + city + "\t-\tkind=CITY; country=" + code);
                }
            }
        }
        return List.copyOf(lines.values());
    }
}
