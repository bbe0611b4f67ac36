package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.List;

/** What comes to an end does not begin anew by itself, and what is done again and again says when, by times that there are. */
final class Jobs implements Rule {

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

    private static void checkSchedule(Resource resource, int fields, Findings findings) {
        String schedule = resource.spec().path("schedule").asText();
        if (!Schedule.isEverDue(schedule, fields)) {
            findings.add(resource, "is never due, for its schedule is none: " + schedule);
        }
    }
}
