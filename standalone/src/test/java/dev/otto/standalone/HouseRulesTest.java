package dev.otto.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What holds in all of Otto's code, checked on the classes of every module.
class HouseRulesTest {
  private static final JavaClasses OTTO =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.otto");

  /// Who may know whom. What is not listed here is known to nobody.
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "model", List.of(),
          "workflows", List.of("model"),
          "store", List.of("model"),
          "activities", List.of("workflows", "store", "model"),
          "worker", List.of("activities", "workflows", "store", "model"),
          "api", List.of("workflows", "store", "model"),
          "cli", List.of("model"),
          "standalone", List.of("api", "worker", "activities", "workflows", "store", "model"));

  private static final String[] STARTS_PROCESSES = {
    "dev.otto.activities.process..",
    "dev.otto.standalone.process..", // PostgreSQL and the Temporal server
    "dev.otto.cli.server..", // Otto's own server
    "dev.otto.activities.agent.scripted.play..", // is itself an agent's program and runs in a Cell
  };

  /// Words that say nothing. A service alone is something: what a product needs to have running.
  private static final Pattern EMPTY_WORD =
      Pattern.compile(".*(Impl|Utils?|Helpers?|Managers?|Handlers?|Processors?)|.+Services?");

  @TestFactory
  List<DynamicTest> a_module_knows_only_what_its_arrows_say() {
    return ARROWS.keySet().stream()
        .sorted()
        .map(module -> DynamicTest.dynamicTest(module, () -> check(knowsOnly(module))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> capabilities_form_no_circle() {
    return ARROWS.keySet().stream()
        .sorted()
        .map(module -> DynamicTest.dynamicTest(module, () -> check(noCircle(module))))
        .toList();
  }

  @Test
  void the_model_knows_nothing_but_itself() {
    check(
        classes()
            .that()
            .resideInAPackage("dev.otto.model..")
            .and()
            .resideOutsideOfPackage("dev.otto.model.json..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "java..",
                    "dev.otto.model..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..")));
  }

  @Test
  void the_model_takes_time_chance_and_files_as_arguments() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.otto.model..")
            .and()
            .resideOutsideOfPackage("dev.otto.model.json..")
            .should()
            .accessTargetWhere(touchesTheWorld()));
  }

  @Test
  void workflows_touch_no_world() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.otto.workflows..")
            .should()
            .accessTargetWhere(touchesTheWorld()));
  }

  @Test
  void processes_are_started_in_few_places() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(STARTS_PROCESSES)
            .should()
            .accessTargetWhere(startsAProcess()));
  }

  @Test
  void the_api_sees_only_interfaces_and_records_of_workflows() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.otto.api..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("dev.otto.workflows..")
                    .and(
                        describe(
                            "are no interface, record or enum",
                            (JavaClass it) ->
                                !it.isInterface() && !it.isRecord() && !it.isEnum()))));
  }

  @Test
  void names_say_what_a_thing_is() {
    var empty = OTTO.stream().filter(it -> EMPTY_WORD.matcher(it.getSimpleName()).matches());

    assertThat(empty.map(JavaClass::getName)).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    var unmarked =
        OTTO.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(it -> it.tryGetPackageInfo().filter(HouseRulesTest::marked).isEmpty())
            .map(JavaPackage::getName)
            .sorted();

    assertThat(unmarked).isEmpty();
  }

  private static boolean marked(HasAnnotations<?> packageInfo) {
    return packageInfo.isAnnotatedWith(NullMarked.class);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OTTO);
  }

  private static ArchRule knowsOnly(String module) {
    var unknown =
        ARROWS.keySet().stream()
            .filter(other -> !other.equals(module) && !known(module).contains(other))
            .map(other -> "dev.otto." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("dev.otto." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(unknown);
  }

  private static Set<String> known(String module) {
    return Set.copyOf(ARROWS.getOrDefault(module, List.of()));
  }

  private static ArchRule noCircle(String module) {
    return slices().matching("dev.otto." + module + ".(*)..").should().beFreeOfCycles();
  }

  private static DescribedPredicate<JavaAccess<?>> startsAProcess() {
    return describe(
        "a process is started",
        access -> {
          var owner = access.getTargetOwner().getName();
          return owner.equals("java.lang.ProcessBuilder")
              || (owner.equals("java.lang.Runtime") && access.getName().equals("exec"));
        });
  }

  private static DescribedPredicate<JavaAccess<?>> touchesTheWorld() {
    return describe(
        "the world is touched: files, network, database, clock, chance or threads",
        access -> {
          var owner = access.getTargetOwner();
          return WORLD.matcher(owner.getName()).matches()
              || (owner.getPackageName().equals("java.time") && access.getName().equals("now"))
              || WORLDLY.contains(owner.getSimpleName() + "." + access.getName());
        });
  }

  private static final Pattern WORLD =
      Pattern.compile(
          "java\\.(net|sql|nio\\.file\\.Files|nio\\.channels)\\b.*"
              + "|java\\.io\\.(File|RandomAccessFile|Console).*"
              + "|java\\.util\\.(Random|Timer|concurrent\\.ThreadLocalRandom|concurrent\\.Executors)"
              + "|java\\.security\\.SecureRandom"
              + "|java\\.lang\\.(Process|ProcessBuilder|ProcessHandle)");

  private static final Set<String> WORLDLY =
      Set.of(
          "Thread.<init>",
          "Thread.sleep",
          "Thread.start",
          "Thread.ofVirtual",
          "Thread.ofPlatform",
          "Thread.startVirtualThread",
          "System.currentTimeMillis",
          "System.nanoTime",
          "System.getenv",
          "System.getProperty",
          "Clock.systemUTC",
          "Clock.systemDefaultZone",
          "UUID.randomUUID",
          "Math.random");
}
