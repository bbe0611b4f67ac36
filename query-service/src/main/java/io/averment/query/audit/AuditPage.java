package io.averment.query.audit;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the audit log. */
@RegisterForReflection
@Schema(name = "AuditPage", description = "One page of the audit log, the entries written last first")
record AuditPage(
        List<AuditItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    AuditPage {
        items = List.copyOf(items);
    }

    /** The log is asked by days, not by what is newer. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
