import { z } from "zod";

const refusal = z.object({
  message: z.string(),
  extensions: z.object({ code: z.string(), requestId: z.string().optional(), messageEn: z.string().optional() }),
});
const body = z.object({ data: z.unknown().optional(), errors: z.array(refusal).optional() });

/** An answer of `/graphql`, as a client gets it. */
export interface GraphqlAnswer {
  readonly status: number;
  /** As sent; `dataOf` gives it a type. */
  readonly data: unknown;
  readonly errors: readonly z.infer<typeof refusal>[] | undefined;
  readonly text: string;
}

/** Reads what the door of GraphQL sent. Throws a ZodError when it is neither data nor well-formed errors. */
export function readAnswer(status: number, text: string): GraphqlAnswer {
  const { data, errors } = body.parse(JSON.parse(text));
  return { status, data, errors, text };
}

/** The data of an answer in the shape that a test states. Throws when the operation was refused or answered in another shape. */
export function dataOf<Shape>(shape: z.ZodType<Shape>, { data, errors, text }: GraphqlAnswer): Shape {
  if (errors !== undefined) throw new Error(`The operation was refused: ${text}`);
  return shape.parse(data);
}
