package vermeer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages, as the architecture draws them. */
@AnalyzeClasses(packages = "vermeer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void theRulesLookAtTheWholeProgram(JavaClasses program) {
        assertTrue(program.size() > 200, "only " + program.size() + " classes were read");
    }

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("vermeer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule javaFxStaysInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage("vermeer.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..")
            .because("everything but the window runs without a display");

    @ArchTest
    static final ArchRule viewModelsKnowNoNodes = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..")
            .because("a ViewModel is tested without a toolkit");

    @ArchTest
    static final ArchRule deeplearning4jStaysInItsWorker = noClasses()
            .that()
            .resideOutsideOfPackage("vermeer.dl4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.datavec..")
            .because("a crash or an out-of-memory of its natives may only end the worker");

    @ArchTest
    static final ArchRule nativesOfOthersStayInWorkers = noClasses()
            .that()
            .resideOutsideOfPackages("vermeer.dl4j..", "vermeer.camera.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..", "org.opencv..")
            .because("a crash or an out-of-memory of its natives may only end the worker");

    @ArchTest
    static final ArchRule nobodyCallsIntoTheCameraWorker = noClasses()
            .that()
            .resideOutsideOfPackage("vermeer.camera.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vermeer.camera.capture..")
            .because("the window's process must not load OpenCV");

    @ArchTest
    static final ArchRule onnxRuntimeStaysInTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("vermeer.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule protobufStaysInTheGraph = noClasses()
            .that()
            .resideOutsideOfPackage("vermeer.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.protobuf..", "ai.onnx.proto..");

    @ArchTest
    static final ArchRule theBaseDependsOnNothing = classes()
            .that()
            .resideInAnyPackage("vermeer.tensor..", "vermeer.setting..", "vermeer.job..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "vermeer.image..",
                    "vermeer.graph..",
                    "vermeer.engine..",
                    "vermeer.model..",
                    "vermeer.worker..",
                    "vermeer.dl4j..",
                    "vermeer.attribution..",
                    "vermeer.cli..",
                    "vermeer.ui..");

    @ArchTest
    static final ArchRule graphsKnowNoPictures = noClasses()
            .that()
            .resideInAPackage("vermeer.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vermeer.image..",
                    "vermeer.engine..",
                    "vermeer.model..",
                    "vermeer.worker..",
                    "vermeer.attribution..",
                    "vermeer.cli..",
                    "vermeer.ui..");

    @ArchTest
    static final ArchRule modelsKnowNoMethods = noClasses()
            .that()
            .resideInAnyPackage(
                    "vermeer.engine..", "vermeer.model..", "vermeer.image..", "vermeer.worker..", "vermeer.dl4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vermeer.attribution..", "vermeer.cli..", "vermeer.ui..");

    @ArchTest
    static final ArchRule methodsKnowNoWindow = noClasses()
            .that()
            .resideInAPackage("vermeer.attribution..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vermeer.cli..", "vermeer.ui..", "vermeer.worker..", "vermeer.dl4j..");

    @ArchTest
    static final ArchRule measuresAttacksDreamsAndUnitsKnowNoWindow = noClasses()
            .that()
            .resideInAnyPackage("vermeer.trust..", "vermeer.attack..", "vermeer.dream..", "vermeer.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vermeer.cli..", "vermeer.ui..", "vermeer.session..", "vermeer.report..", "vermeer.dl4j..");

    @ArchTest
    static final ArchRule dataKnowsNeitherTrainingNorItsResults = noClasses()
            .that()
            .resideInAPackage("vermeer.data..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "vermeer.evaluation..", "vermeer.train..", "vermeer.advice..", "vermeer.cli..", "vermeer.ui..");

    @ArchTest
    static final ArchRule trainingKnowsNeitherWindowNorDeeplearning4j = noClasses()
            .that()
            .resideInAnyPackage("vermeer.train..", "vermeer.evaluation..", "vermeer.advice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vermeer.dl4j..", "vermeer.cli..", "vermeer.ui..");

    @ArchTest
    static final ArchRule sessionsAndReportsKnowNeitherWindowNorCommands = noClasses()
            .that()
            .resideInAnyPackage("vermeer.session..", "vermeer.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vermeer.cli..", "vermeer.ui..", "javafx..", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule nobodyElseKnowsSessionsAndReports = noClasses()
            .that()
            .resideOutsideOfPackages("vermeer.session..", "vermeer.report..", "vermeer.cli..", "vermeer.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("vermeer.session..", "vermeer.report..");

    @ArchTest
    static final ArchRule nobodyDeserializesJavaObjects = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("a file must not be able to run code");

    @ArchTest
    static final ArchRule picturesAreNeverReadByWhicheverReaderIsFound = noClasses()
            .should()
            .callMethodWhere(new CallsTo("javax.imageio.ImageIO", "read"))
            .because("a hostile picture would choose its own decoder");

    @ArchTest
    static final ArchRule threadsAreMadeInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackages("vermeer.job..", "vermeer.worker..")
            .should()
            .callConstructorWhere(new Constructs("java.lang.Thread"))
            .because("whoever starts a thread must end it");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages("vermeer.cli..", "vermeer.worker..", "vermeer.dl4j..")
            .and()
            .doNotHaveFullyQualifiedName("vermeer.Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
