import {expect, test} from 'vitest';
import type {Problem} from '../../../src/content/problem.ts';
import {isOnChangedLine, readChanges} from '../../../src/rules/changed-lines.ts';

const DIFF = `diff --git a/docs/a.md b/docs/a.md
index 1..2 100644
--- a/docs/a.md
+++ b/docs/a.md
@@ -3 +3,2 @@ title
-old
+new
+++ b/docs/not-a-file.md
@@ -9,2 +10,0 @@
-gone
-gone
diff --git a/docs/gone.md b/docs/gone.md
--- a/docs/gone.md
+++ /dev/null
@@ -1 +0,0 @@
-gone
diff --git a/docs/with space.md b/docs/with space.md
--- a/docs/with space.md	
+++ b/docs/with space.md	
@@ -0,0 +1 @@
+x
diff --git a/docs/picture.png b/docs/picture.png
index 1..2 100644
Binary files a/docs/picture.png and b/docs/picture.png differ
diff --git "a/docs/\\"b\\".md" "b/docs/\\"b\\".md"
--- "a/docs/\\"b\\".md"
+++ "b/docs/\\"b\\".md"
@@ -1 +1 @@
-x
+y
\\ No newline at end of file
`;

const changes = readChanges(DIFF, ['docs/new.md']);

function at(path: string, line?: number, lastLine = line): Problem {
  const place = line === undefined ? undefined : {line, column: 1};
  const end = lastLine === undefined ? undefined : {line: lastLine, column: 2};
  return {path, place, end, problem: '', fix: '', ruleId: 'x', severity: 'error'};
}

test('a problem that reaches into a changed line counts', () => {
  expect(isOnChangedLine(changes, at('docs/a.md', 1, 3))).toBe(true);
  expect(isOnChangedLine(changes, at('docs/a.md', 1, 2))).toBe(false);
});

test('an added line that looks like a header is none, and a removed file has no lines', () => {
  expect([...changes.keys()]).toEqual([
    'docs/a.md',
    'docs/gone.md',
    'docs/with space.md',
    'docs/picture.png',
    'docs/"b".md',
    'docs/new.md',
  ]);
  expect(changes.get('docs/a.md')).toEqual([
    {first: 3, last: 4},
    {first: 10, last: 10},
  ]);
  expect(isOnChangedLine(changes, at('docs/gone.md', 1))).toBe(false);
});
