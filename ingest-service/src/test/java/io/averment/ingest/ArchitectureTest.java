package io.averment.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.averment");

    @Test
    void domainKnowsJavaAndItselfOnly() {
        classes()
                .that()
                .resideInAPackage("io.averment.ingest.article")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.averment.ingest.article")
                .check(CLASSES);
    }

    @Test
    void serviceReachesIntoNoOther() {
        noClasses()
                .that()
                .resideInAPackage("io.averment.ingest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.averment.analysis..", "io.averment.query..", "io.averment.stack..")
                .check(CLASSES);
    }

    @Test
    void outboxKnowsNothingOfWhoFillsIt() {
        noClasses()
                .that()
                .resideInAnyPackage("io.averment.ingest.outbox", "io.averment.ingest.message")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.averment.ingest.ingestion")
                .check(CLASSES);
    }
}
