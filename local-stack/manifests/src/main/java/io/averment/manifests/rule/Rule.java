package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.project.Project;
import java.util.List;

/** Something that must hold in every overlay. Implementations keep no state. */
public interface Rule {

    /** All of them. */
    List<Rule> ALL = List.of(
            new OwnService(),
            new Selectors(),
            new Ports(),
            new Probes(),
            new Images(),
            new References(),
            new Variables(),
            new Addresses(),
            new Arrows(),
            new DrawnArrows(),
            new MountedFiles(),
            new Hardening(),
            new Secrets(),
            new Margins(),
            new Copies(),
            new Availability(),
            new Jobs(),
            new Topics(),
            new Rights(),
            new Scaling(),
            new Realm(),
            new Alerts());

    /** Adds what does not hold. */
    void check(Overlay overlay, Project project, Findings findings);
}
