package io.averment.analysis.coreference;

import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;

/** A name that something else than the knowledge base has found, with what it takes it for. */
record FoundName(Span span, EntityType type) {}
