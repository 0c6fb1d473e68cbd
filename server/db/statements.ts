const QUOTES = new Set(["'", '"', "`"]);

/** Index just after the quoted part that opens at `start`; a backslash hides the next character, except inside backticks. */
function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index += 1) {
    if (text.charAt(index) === "\\" && quote !== "`") index += 1;
    else if (text.charAt(index) === quote) return index + 1;
  }
  return text.length;
}

function endOfComment(text: string, start: number): number {
  const closing = text.startsWith("//", start) ? "\n" : "*/";
  const end = text.indexOf(closing, start + 2);
  return end === -1 ? text.length : end + closing.length;
}

/** The statements of a Cypher file, without comments and empty ones. A semicolon inside quotes or comments does not end one. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let statement = "";
  let index = 0;
  while (index < text.length) {
    if (text.startsWith("//", index) || text.startsWith("/*", index)) {
      index = endOfComment(text, index);
      statement += "\n";
    } else if (QUOTES.has(text.charAt(index))) {
      const end = endOfQuote(text, index);
      statement += text.slice(index, end);
      index = end;
    } else if (text.charAt(index) === ";") {
      statements.push(statement);
      statement = "";
      index += 1;
    } else {
      statement += text.charAt(index);
      index += 1;
    }
  }
  return [...statements, statement].map((part) => part.trim()).filter((part) => part !== "");
}
