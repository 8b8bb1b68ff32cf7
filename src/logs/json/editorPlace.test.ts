import { describe, expect, it } from 'vitest';
import { EditorPlace } from './editorPlace';

describe('EditorPlace', () => {
  it.each<[string, string, [number, number]]>([
    ['nothing', '', [1, 1]],
    ['\\n', 'a\n\nb', [3, 2]],
    ['\\r\\n is one break', 'a\r\n\r\nb', [3, 2]],
    ['a lone \\r is one', 'a\r\rb', [3, 2]],
    ['\\r, then a text, then \\n', '\ra\nb', [3, 2]],
    ['\\n\\r are two', 'a\n\rb', [3, 2]],
    ['UTF-16 units behind a byte order mark', '\uFEFFé😀', [1, 4]],
  ])('%s', (_, text, expected) => {
    const place = new EditorPlace();
    for (const byte of new TextEncoder().encode(text)) place.advance(byte);
    expect([place.line, place.column]).toEqual(expected);
  });
});
