import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from "graphql";
import { ROLES } from "../../shared/roles.ts";
import { RIGHTS } from "./rights.ts";

const CLASS_NAMES = { PUBLIC: "公开 public", INTERNAL: "内部 internal", CONTACT: "联系方式 contact", SENSITIVE: "敏感 sensitive" } as const;

/** The line of a field in words, such as `内部 internal: OFFICER, ANALYST`. */
function inWords(name: string): string {
  const line = RIGHTS.get(name);
  if (line === undefined) return "";
  const roles = ROLES.filter((role) => line.grantees.has(role));
  const granted = line.grantees.has(null) ? "every signed-in account" : roles.length === ROLES.length ? "every role" : roles.join(", ");
  return `${CLASS_NAMES[line.fieldClass]}: ${granted}.`;
}

function describeFields(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const name = `${type.name}.${field.name}`;
    field.description = [field.description, inWords(name)]
      .filter((part) => part !== undefined && part !== null && part !== "")
      .join("\n\n");
    field.extensions = { ...field.extensions, rights: RIGHTS.get(name) };
  }
}

/** Writes into the description of every field which class it is of and which roles may use it, so that introspection tells. */
export function describeRights(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith("__")) describeFields(type);
  }
  return schema;
}
