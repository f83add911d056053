import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the beans that Spring prepared at build time one class with a switch in place of a lambda each.
 *
 * <p>The generated code makes every bean by a lambda of its own, and the first use of each costs the JVM a class made at run time: a quarter of
 * the platform's start. All of them become cases of one class for each functional interface. A lambda that holds a value, or whose class
 * is not public, stays as it is.
 *
 * <p>Argument: the folder of compiled classes.
 */
public final class LambdasOfPreparedBeans {

    private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final String PLACE = "org.zhengtong.app.node.PreparedBeans__";
    private static final String NUMBER = "number";
    private static final List<ClassDesc> SEEN_EVERYWHERE = List.of(
            ClassDesc.of("org.springframework.beans.factory.support.RegisteredBean"),
            ClassDesc.of("org.springframework.beans.factory.aot.AutowiredArguments"));
    private static final MethodTypeDesc OF_NUMBER = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    /** A static method that any class may call. */
    private record Case(ClassDesc owner, String method, MethodTypeDesc type) {}

    /** One functional interface, its method, and the cases so far. */
    private record Switch(ClassDesc type, ClassDesc face, String method, MethodTypeDesc erased, List<Case> cases) {}

    private final Map<ClassDesc, Switch> switches = new LinkedHashMap<>();
    private final Path classes;

    private LambdasOfPreparedBeans(Path classes) {
        this.classes = classes;
    }

    /** Rewrites the prepared classes of the folder in place. */
    public static void main(String[] arguments) throws IOException {
        new LambdasOfPreparedBeans(Path.of(arguments[0])).run();
    }

    private void run() throws IOException {
        List<Path> prepared;
        try (var files = Files.walk(classes)) {
            prepared = files.filter(file -> file.getFileName().toString().matches(".+__.*\\.class"))
                    .toList();
        }
        prepared.forEach(this::rewrite);
        for (var each : switches.values()) {
            Files.write(
                    classes.resolve(each.type().descriptorString().replaceAll("^L|;$", "") + ".class"), write(each));
        }
        System.out.println(
                switches.values().stream().mapToInt(each -> each.cases().size()).sum() + " lambdas of "
                        + prepared.size() + " prepared classes in " + switches.size() + " classes");
    }

    private void rewrite(Path file) {
        try {
            var model = ClassFile.of().parse(file);
            if (!model.flags().has(AccessFlag.PUBLIC)) {
                return;
            }
            var opened = new ArrayList<String>();
            var bridges = new LinkedHashMap<String, DirectMethodHandleDesc>();
            var body = CodeTransform.ofStateful(() -> (code, element) -> {
                if (element instanceof InvokeDynamicInstruction lambda && plain(lambda)) {
                    use(code, turned(model, lambda, opened, bridges));
                } else {
                    code.with(element);
                }
            });
            var once = ClassFile.of().transformClass(model, ClassTransform.transformingMethodBodies(body));
            if (!opened.isEmpty() || !bridges.isEmpty()) {
                Files.write(file, open(once, opened, bridges));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds nothing, and makes an object or calls a static method with just the arguments it is given. */
    private static boolean plain(InvokeDynamicInstruction lambda) {
        if (!lambda.bootstrapMethod().owner().equals(METAFACTORY)
                || !lambda.bootstrapMethod().methodName().equals("metafactory")
                || lambda.typeSymbol().parameterCount() > 0) {
            return false;
        }
        var target = (DirectMethodHandleDesc) lambda.bootstrapArgs().get(1);
        var erased = (MethodTypeDesc) lambda.bootstrapArgs().get(0);
        return (target.kind() == DirectMethodHandleDesc.Kind.STATIC
                        || target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR)
                && erased.parameterList().stream().noneMatch(ClassDesc::isPrimitive)
                && target.invocationType().parameterList().stream().noneMatch(ClassDesc::isPrimitive)
                && !target.invocationType().returnType().isPrimitive()
                && !erased.returnType().isPrimitive()
                && target.invocationType().parameterCount() == erased.parameterCount();
    }

    private record Place(Switch whose, int number) {}

    private Place turned(
            ClassModel model,
            InvokeDynamicInstruction lambda,
            List<String> opened,
            Map<String, DirectMethodHandleDesc> bridges) {
        var owner = model.thisClass().asSymbol();
        var target = (DirectMethodHandleDesc) lambda.bootstrapArgs().get(1);
        var type = target.invocationType();
        var method = target.methodName();
        if (target.kind() == DirectMethodHandleDesc.Kind.STATIC
                && target.owner().equals(owner)
                && SEEN_EVERYWHERE.containsAll(type.parameterList())) {
            opened.add(method);
        } else {
            method = "prepared$" + bridges.size();
            bridges.put(method, target);
            type = MethodTypeDesc.of(
                    ConstantDescs.CD_Object, Collections.nCopies(type.parameterCount(), ConstantDescs.CD_Object));
        }
        var face = lambda.typeSymbol().returnType();
        var whose = switches.computeIfAbsent(
                face,
                _ -> new Switch(
                        ClassDesc.of(PLACE + switches.size()),
                        face,
                        lambda.name().stringValue(),
                        (MethodTypeDesc) lambda.bootstrapArgs().get(0),
                        new ArrayList<>()));
        whose.cases().add(new Case(owner, method, type));
        return new Place(whose, whose.cases().size() - 1);
    }

    private static void use(CodeBuilder code, Place place) {
        code.new_(place.whose().type())
                .dup()
                .loadConstant(place.number())
                .invokespecial(place.whose().type(), ConstantDescs.INIT_NAME, OF_NUMBER);
    }

    /** Lets the switch call the lambdas' methods, and what they called in other classes. */
    private static byte[] open(byte[] once, List<String> opened, Map<String, DirectMethodHandleDesc> bridges) {
        var model = ClassFile.of().parse(once);
        return ClassFile.of().build(model.thisClass().asSymbol(), built -> {
            for (var element : model) {
                if (element instanceof MethodModel method
                        && opened.contains(method.methodName().stringValue())) {
                    built.withMethod(
                            method.methodName(),
                            method.methodType(),
                            ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                            copy -> method.forEach(part -> {
                                if (!(part instanceof java.lang.classfile.AccessFlags)) {
                                    copy.with(part);
                                }
                            }));
                } else {
                    built.with(element);
                }
            }
            bridges.forEach((name, target) -> bridge(built, name, target));
        });
    }

    /** The switch may not see the types of the method: the cast is made here, in their package. */
    private static void bridge(ClassBuilder built, String name, DirectMethodHandleDesc target) {
        var type = target.invocationType();
        var seen = MethodTypeDesc.of(
                ConstantDescs.CD_Object, Collections.nCopies(type.parameterCount(), ConstantDescs.CD_Object));
        var flags = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        built.withMethodBody(name, seen, flags, code -> {
            var makes = target.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
            if (makes) {
                code.new_(target.owner()).dup();
            }
            for (var slot = 0; slot < type.parameterCount(); slot++) {
                code.aload(slot).checkcast(type.parameterType(slot));
            }
            if (makes) {
                code.invokespecial(
                        target.owner(), ConstantDescs.INIT_NAME, type.changeReturnType(ConstantDescs.CD_void));
            } else {
                code.invokestatic(target.owner(), target.methodName(), type, target.isOwnerInterface());
            }
            code.areturn();
        });
    }

    private static byte[] write(Switch written) {
        return ClassFile.of().build(written.type(), built -> {
            built.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC)
                    .withInterfaceSymbols(written.face())
                    .withField(NUMBER, ConstantDescs.CD_int, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(
                            ConstantDescs.INIT_NAME,
                            OF_NUMBER,
                            ClassFile.ACC_PUBLIC,
                            code -> code.aload(0)
                                    .invokespecial(
                                            ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                    .aload(0)
                                    .iload(1)
                                    .putfield(written.type(), NUMBER, ConstantDescs.CD_int)
                                    .return_())
                    .withMethodBody(
                            written.method(), written.erased(), ClassFile.ACC_PUBLIC, code -> choose(code, written));
        });
    }

    private static void choose(CodeBuilder code, Switch written) {
        var none = code.newLabel();
        var cases = written.cases().stream().map(_ -> code.newLabel()).toList();
        var table = new ArrayList<SwitchCase>();
        for (var number = 0; number < cases.size(); number++) {
            table.add(SwitchCase.of(number, cases.get(number)));
        }
        code.aload(0)
                .getfield(written.type(), NUMBER, ConstantDescs.CD_int)
                .tableswitch(0, cases.size() - 1, none, table);
        for (var number = 0; number < cases.size(); number++) {
            var called = written.cases().get(number);
            code.labelBinding(cases.get(number));
            for (var slot = 0; slot < called.type().parameterCount(); slot++) {
                code.aload(slot + 1);
                if (!called.type().parameterType(slot).equals(ConstantDescs.CD_Object)) {
                    code.checkcast(called.type().parameterType(slot));
                }
            }
            code.invokestatic(called.owner(), called.method(), called.type()).areturn();
        }
        code.labelBinding(none).aconst_null().areturn();
    }
}
