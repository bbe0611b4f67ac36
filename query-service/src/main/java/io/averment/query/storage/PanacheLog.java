package io.averment.query.storage;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The log of what was applied. It is only ever added to. */
@ApplicationScoped
public class PanacheLog implements PanacheRepositoryBase<LogRow, LogRow.Key> {}
