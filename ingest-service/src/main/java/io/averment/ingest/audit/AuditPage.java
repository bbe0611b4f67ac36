package io.averment.ingest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of the audit log. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditPage", description = "One page of the audit log, the entries written last first")
record AuditPage(
        List<AuditItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next) {

    AuditPage {
        items = List.copyOf(items);
    }
}
