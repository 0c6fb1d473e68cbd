import { createServer, type Server } from "node:net";

/** PackStream: a string of at most 15 bytes (tiny string). */
function tinyString(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes]);
}

/** A SUCCESS message (0x70) with the two fields that a server's greeting carries, in one chunk. */
function greeting(agent: string): Buffer {
  const fields = ["server", agent, "connection_id", "bolt-1"].map(tinyString);
  const message = Buffer.concat([Buffer.from([0xb1, 0x70, 0xa2]), ...fields]);
  return Buffer.concat([Buffer.from([0, message.length]), message, Buffer.from([0, 0])]);
}

/** A server that speaks just enough Bolt 4.4 to say which product it is: it agrees to 4.4 and answers every message with the greeting. */
export async function listenAsNeo4j(agent: string): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let greeted = false;
    socket.on("error", () => socket.destroy());
    socket.on("data", () => {
      socket.write(greeted ? greeting(agent) : Buffer.from([0, 0, 4, 4]));
      greeted = true;
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { server, port: address.port };
}
