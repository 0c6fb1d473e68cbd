import type { Capability, FieldClass, Right, Role } from "../../graphql/generated.ts";
import { ROLES } from "../../shared/roles.ts";
import { CAPABILITY_RIGHTS, FACT_RIGHTS, INPUT_RIGHTS, PROSE_RIGHTS } from "./rights-reveals.ts";
import { FIELD_RIGHTS, type Grantee, WAY_RIGHTS } from "./rights-table.ts";

/** One line of the compiled table. */
export interface CompiledLine {
  readonly name: string;
  readonly fieldClass: FieldClass;
  readonly grantees: ReadonlySet<Grantee>;
}

const CLASS_ORDER: readonly FieldClass[] = ["PUBLIC", "INTERNAL", "CONTACT", "SENSITIVE"];
const EVERYONE: ReadonlySet<Grantee> = new Set([...ROLES, null]);

function words(text: string): string[] {
  return text.split(" ");
}

function strictest(classes: readonly FieldClass[]): FieldClass {
  return CLASS_ORDER[Math.max(0, ...classes.map((each) => CLASS_ORDER.indexOf(each)))] ?? "INTERNAL";
}

function add(table: Map<string, CompiledLine>, line: CompiledLine): void {
  if (table.has(line.name)) throw new Error(`The table of rights has two lines for ${line.name}.`);
  table.set(line.name, line);
}

/** Name of the line of an argument. */
export function argumentLine(field: string, argument: string): string {
  return `${field}(${argument})`;
}

function inputName(on: string, name: string): string {
  return on.includes(".") ? argumentLine(on, name) : `${on}.${name}`;
}

/** Fields and ways as written; inputs with those who may read everything that they reveal. */
function compile(): ReadonlyMap<string, CompiledLine> {
  const table = new Map<string, CompiledLine>();
  for (const { type, fields, fieldClass, roles } of FIELD_RIGHTS)
    for (const field of words(fields)) add(table, { name: `${type}.${field}`, fieldClass, grantees: new Set(roles) });
  for (const { way, fieldClass, roles } of WAY_RIGHTS) add(table, { name: way, fieldClass, grantees: new Set(roles) });
  for (const { on, names, reveals } of INPUT_RIGHTS) {
    // An argument is of no use to those who may not use its field.
    const behind = (on.includes(".") ? [on, ...reveals] : reveals).map((name) => {
      const line = table.get(name);
      if (line === undefined) throw new Error(`The table of rights says that ${on} reveals ${name}, for which it has no line.`);
      return line;
    });
    const grantees = new Set([...EVERYONE].filter((each) => behind.every((line) => line.grantees.has(each))));
    for (const name of words(names))
      add(table, { name: inputName(on, name), fieldClass: strictest(behind.map((line) => line.fieldClass)), grantees });
  }
  return table;
}

/** The table of rights by name: `Type.field`, `Input.key`, `Enum.VALUE`, `Type.field(argument)` or a way such as `export.scientists`. */
export const RIGHTS: ReadonlyMap<string, CompiledLine> = compile();

/** What one role may use. A name without a line may be used by nobody. */
export class Rights {
  readonly role: Grantee;

  constructor(role: Grantee) {
    this.role = role;
  }

  /** Whether the role may use what a line of the table names. */
  may(name: string): boolean {
    return RIGHTS.get(name)?.grantees.has(this.role) === true;
  }

  /** Whether it may filter, count and be understood by a key of `ScientistFilter`, which is also the key of a facet. */
  mayFilter(key: string): boolean {
    return this.may(`ScientistFilter.${key}`);
  }

  /** Whether typed text may be searched in prose, and shown from it: all of the prose or none, since its hits are kept together. */
  get maySearchProse(): boolean {
    return PROSE_RIGHTS.every((name) => this.may(name));
  }

  /** Whether a fact of that property may be shown. */
  mayShowFact(property: string): boolean {
    const line = FACT_RIGHTS[property];
    return line !== undefined && this.may(line);
  }

  /** What a screen may offer. */
  get capabilities(): Capability[] {
    return CAPABILITIES.filter((capability) => CAPABILITY_RIGHTS[capability].every((name) => this.may(name)));
  }
}

const CAPABILITIES: readonly Capability[] = [
  "READ_SCIENTISTS",
  "READ_WORKING_DATA",
  "EXPORT_SCIENTISTS",
  "DECIDE_EXPORTS",
  "READ_CONTACTS",
  "WRITE_CONTACTS",
  "HANDLE_SUBJECT_REQUESTS",
  "MANAGE_ACCOUNTS",
  "GRANT_ROLES",
  "READ_AUDIT",
  "REFER",
  "WORK_PIPELINE",
  "READ_PIPELINE_STATISTICS",
  "CONFIGURE_PIPELINE",
  "SAVE_ANALYSES",
  "FIND_INTRODUCTIONS",
  "ASK_INTRODUCTIONS",
  "ANSWER_INTRODUCTIONS",
  "MEASURE_NETWORKS",
  "KEEP_TEAMS",
];

const byRole = new Map<Grantee, Rights>([...ROLES, null].map((role) => [role, new Rights(role)]));

/** The rights of a role; null stands for a principal without one, who may read only itself. */
export function rightsOf(role: Role | null): Rights {
  return byRole.get(role) ?? new Rights(null);
}

/** The capabilities of a role, for `Viewer.capabilities` and the state of a session. */
export function capabilitiesOf(role: Role | null): Capability[] {
  return rightsOf(role).capabilities;
}

/** The class of what a line names. Throws for a name without a line. */
export function fieldClassOf(name: string): FieldClass {
  const line = RIGHTS.get(name);
  if (line === undefined) throw new Error(`The table of rights has no line for ${name}.`);
  return line.fieldClass;
}

/** The whole table, for `Query.rights`: fields and ways first as they are written, then what reveals them. */
export function rightsList(): Right[] {
  return [...RIGHTS.values()].map(({ name, fieldClass, grantees }) => ({
    field: name,
    fieldClass,
    roles: ROLES.filter((role) => grantees.has(role)),
  }));
}
