// Each glyph is seven rows of five dots, a row being one digit of base 32: A is E H H V H H H,
//   .###.  #...#  #...#  #####  #...#  #...#  #...#
const GLYPHS = `
 0000000 AEHHVHHH BUHHUHHU CEHGGGHE DUHHHHHU EVGGUGGV FVGGUGGG GEHGNHHF HHHHVHHH IE44444E J72222IC
KHIKOKIH LGGGGGGV MHRLLHHH NHPLJHHH OEHHHHHE PUHHUGGG QEHHHLID RUHHUKIH SFGGE11U TV444444 UHHHHHHE
VHHHHHA4 WHHHLLLA XHHA4AHH YHHHA444 ZV1248GV 0EHJLPHE 14C4444E 2EH1248V 3V2421HE 426AIV22 5VGU11HE
668GUHHE 7V124888 8EHHEHHE 9EHHF12C .00000CC ,0000C48 :0CC0CC0 -000V000 'C480000 &CIK8LID /01248G0
(2488842 )8422248 +044V440 !4444404 ?EH12404 #AAVAVAA
@EH1DLLE *04LEL40 _000000V =00V0V00`

const rowsByCharacter = new Map<string, number[]>()
for (const [, character = '', rows = ''] of GLYPHS.matchAll(/(.)([0-9A-V]{7})(?: |\n|$)/g)) {
  rowsByCharacter.set(
    character,
    [...rows].map((digit) => Number.parseInt(digit, 32)),
  )
}

const GLYPH_WIDTH = 5
export const GLYPH_HEIGHT = 7
/** From one glyph to the next, in dots. */
const ADVANCE = GLYPH_WIDTH + 1

export const widthOf = (text: string): number => text.length * ADVANCE - 1

/** The dots of a text in capitals, from its upper left corner. What has no glyph stays empty. */
export function* dotsOf(text: string): Generator<{ x: number; y: number }> {
  for (const [index, character] of [...text.toUpperCase()].entries()) {
    for (const [y, row] of (rowsByCharacter.get(character) ?? []).entries()) {
      for (let x = 0; x < GLYPH_WIDTH; x += 1) {
        if (row & (1 << (GLYPH_WIDTH - 1 - x))) yield { x: index * ADVANCE + x, y }
      }
    }
  }
}
