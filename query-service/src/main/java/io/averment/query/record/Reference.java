package io.averment.query.record;

/** An entity in a part of a fact. */
public record Reference(String factId, int position, Role role, EntityKey entity) {}
