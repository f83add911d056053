package org.zhengtong.data.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** The registers themselves: their definitions, and the tables made from them. */
public interface Registers {

    /** Permission to look at records of the registers that one's department is a source of. */
    String VIEW_RECORD = "registers.view_record";

    /** Permission to write records, load files and answer doubts. */
    String EDIT_RECORD = "registers.edit_record";

    /** Permission to see personal data in the clear, with a reason. */
    String UNMASK_RECORD = "registers.unmask_record";

    /** Permission to define registers and to change definitions. */
    String EDIT_DEFINITION = "registers.edit_definition";

    Optional<RegisterDefinition> find(RegisterCode code);

    /** The register; a problem when there is none. */
    RegisterDefinition require(RegisterCode code);

    /** All registers, in the order of their codes. */
    List<RegisterDefinition> list();

    /** Reads a definition in YAML or JSON and says all that is wrong with it; changes nothing. */
    List<DefinitionFault> faultsIn(String definition);

    /** Makes a new register with its tables, or changes an existing one; narrowing that would lose data is refused. */
    DefineOutcome define(String definition, Actor by);

    /** How many records and versions it holds, from the loads' ledger. */
    RegisterSize size(RegisterCode code);

    /** Counts of all registers, in one look. */
    Map<RegisterCode, RegisterSize> sizes();

    /** Earlier definitions, newest first. */
    List<DefinitionVersion> versions(RegisterCode code);

    /** Something wrong with a definition; the words are {@code key} with its arguments. */
    record DefinitionFault(String place, String key, List<String> arguments) {
        public DefinitionFault {
            arguments = List.copyOf(arguments);
        }
    }

    /** Counts of a register. */
    record RegisterSize(long records, long position) {}

    /** A definition as it once was. */
    record DefinitionVersion(int version, java.time.Instant at, String by, String body) {}

    /** What became of a definition. */
    sealed interface DefineOutcome {
        /** The register is new. */
        record Made(RegisterDefinition register) implements DefineOutcome {}

        /** The register has changed; the same definition again changes nothing. */
        record Changed(RegisterDefinition register, boolean anything) implements DefineOutcome {}

        /** Nothing was done. */
        record Refused(List<DefinitionFault> faults) implements DefineOutcome {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}
