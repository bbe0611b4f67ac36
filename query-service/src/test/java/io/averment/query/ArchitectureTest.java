package io.averment.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.averment.query");

    @Test
    void keepsDomainPlain() {
        classes()
                .that(resideInAPackage("..query.record.."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", "io.averment.query.record.."))
                .check(CLASSES);
    }

    @Test
    void reachesIntoNoOtherService() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.averment.ingest..", "io.averment.analysis.."))
                .check(CLASSES);
    }

    @Test
    void keepsReadingAndProjectionApart() {
        noClasses()
                .that(resideInAPackage("..query.reading.."))
                .should()
                .dependOnClassesThat(resideInAPackage("..query.projection.."))
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage("..query.projection.."))
                .should()
                .dependOnClassesThat(resideInAPackage("..query.reading.."))
                .check(CLASSES);
    }
}
