package app.likeness.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.likeness.people.PlantedViolation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses likeness = new ClassFileImporter()
      .withImportOption(new ImportOption.DoNotIncludeTests())
      .importPackages("app.likeness");
  private final JavaClasses planted = new ClassFileImporter()
      .importClasses(PlantedViolation.class, app.likeness.app.PlantedViolation.class);

  @Test
  void packagesUseWhatTheTableAllows() {
    holdsAndCatchesThePlanted(Rules.packagesUseWhatTheTableAllows(), "storage.ObjectStore");
  }

  @Test
  void librariesStayInTheirPackage() {
    holdsAndCatchesThePlanted(Rules.librariesStayInTheirPackage(), "java.sql.Connection");
  }

  @Test
  void onlyMainUsesTheWiring() {
    holdsAndCatchesThePlanted(Rules.onlyMainUsesApp(), "app.likeness.app.PlantedViolation");
  }

  @Test
  void packagesHaveNoCycles() {
    holdsAndCatchesThePlanted(Rules.noCycles(), "Cycle detected");
  }

  @Test
  void nothingHoldsStateForTheWholeProcess() {
    holdsAndCatchesThePlanted(Rules.noMutableStatic(), "PlantedViolation.opened");
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(likeness.getPackage("app.likeness").getSubpackagesInTree())
        .filteredOn(each -> !each.getClasses().isEmpty())
        .filteredOn(each -> !each.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName).isEmpty();
  }

  private void holdsAndCatchesThePlanted(ArchRule rule, String caught) {
    assertThat(likeness).isNotEmpty();
    rule.check(likeness);
    assertThat(rule.evaluate(planted).getFailureReport().toString()).contains(caught);
  }
}
