import { expect, it } from "vitest";
import { fitted, jpegName, prepared } from "./photo.ts";

it.each([
  [4032, 3024, 1600, 1200],
  [3024, 4032, 1200, 1600],
  [800, 600, 800, 600],
  [10_000, 1, 1600, 1],
])("fits %i×%i into %i×%i", (width, height, w, h) => {
  expect(fitted(width, height)).toEqual({ width: w, height: h });
});

it("names a redrawn photo as what it is", () => {
  expect(["IMG_1.HEIC", "card", ".png"].map(jpegName)).toEqual(["IMG_1.jpg", "card.jpg", "photo.jpg"]);
});

it("takes a PDF as it is, and no more files, bytes or kinds than the server", async () => {
  const pdf = (bytes: number) => new File([new Uint8Array(bytes)], "cv.pdf", { type: "application/pdf" });
  expect(await prepared(pdf(100), 0)).toMatchObject({ name: "cv.pdf", blob: { size: 100 } });
  expect(await prepared(pdf(5 * 1024 * 1024 + 1), 0)).toBe("tooLarge");
  expect(await prepared(pdf(100), 3)).toBe("tooMany");
  expect(await prepared(new File(["x"], "x.html", { type: "text/html" }), 0)).toBe("kind");
  expect(await prepared(new File(["x"], "x.jpg", { type: "image/jpeg" }), 0)).toBe("unreadable");
});
