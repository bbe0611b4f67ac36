package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What comes to an end does not begin anew by itself, and what is done again and again says when, by times that there are. */
final class Jobs implements Rule {

    private static final Pattern FIELD = Pattern.compile("(?:\\*|(\\d+)(?:-(\\d+))?)(?:/(\\d+))?");
    private static final List<Integer> LOWEST = List.of(0, 0, 0, 1, 1, 0);
    private static final List<Integer> HIGHEST = List.of(59, 59, 23, 31, 12, 7);

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods()
                .filter(pod -> List.of("Job", "CronJob").contains(pod.maker().kind()))
                .filter(pod -> !List.of("OnFailure", "Never")
                        .contains(pod.spec().path("restartPolicy").asText()))
                .forEach(pod -> findings.add(pod.maker(), "its pods begin anew when they are done (restartPolicy)"));
        overlay.of("CronJob").forEach(job -> checkSchedule(job, 5, findings));
        overlay.of("ScheduledBackup").forEach(backup -> checkSchedule(backup, 6, findings));
    }

    /** @param count of fields; six begin with seconds */
    private static void checkSchedule(Resource resource, int count, Findings findings) {
        String schedule = resource.spec().path("schedule").asText();
        List<String> fields = List.of(schedule.split(" ", -1));
        int first = LOWEST.size() - count;
        boolean known = fields.size() == count
                && IntStream.range(0, count)
                        .allMatch(i -> isWithin(fields.get(i), LOWEST.get(first + i), HIGHEST.get(first + i)));
        if (!known && !schedule.matches("@(yearly|monthly|weekly|daily|hourly)")) {
            findings.add(resource, "is never due, for its schedule is none: " + schedule);
        }
    }

    private static boolean isWithin(String field, int lowest, int highest) {
        for (String part : field.split(",", -1)) {
            Matcher range = FIELD.matcher(part);
            if (!range.matches()) {
                return false;
            }
            for (int bound = 1; bound <= 2; bound++) {
                String number = range.group(bound);
                if (number != null && (number.length() > 2 || outside(Integer.parseInt(number), lowest, highest))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean outside(int number, int lowest, int highest) {
        return number < lowest || number > highest;
    }
}
