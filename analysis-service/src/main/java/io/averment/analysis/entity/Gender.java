package io.averment.analysis.entity;

/** Which of "he" and "she" a person is called. */
public enum Gender {
    MALE,
    FEMALE
}
