// The texts that the pages are tested with.

/** An article that has something of everything: a claim within a statement, a denial, days told by their names, places, a plan. */
export const article = {
  published: '2011-07-19',
  text: `TRIPOLI, July 18 - Rebels said on Monday that they had seized Brega, an oil town 750 km east of Tripoli. The government denied the claim.

A French diplomat said that the rebels had claimed they had taken Zawiyah on Friday. “We hold the port,” a rebel commander told reporters.

NATO bombed a depot near Tripoli on Sunday. Britain recognised the rebel council as the government of Libya, and France plans to send arms to the rebels next week.

Egypt condemned the shelling of the town, and Turkey called for talks between the two sides.`,
}

export const french = `Le ministre des Affaires étrangères a déclaré vendredi que son pays ne participerait pas à la conférence. Selon lui, les deux gouvernements
se sont mis d'accord pour que les discussions reprennent au printemps, mais aucune date n'a encore été choisie par les délégations.`

export const nothing = 'The recipe needs four eggs, a little butter and a pinch of salt. Stir it slowly, and let it cool for an hour before you serve it.'

/** Texts that would do harm in a page that took them for markup, or that draw badly. */
export const hostile = {
  'a script': `Kenya condemned the coup in Mali on Friday. <script>window.harm = 1; alert(1)</script> Egypt said <b onclick="alert(2)">Libya</b> attacked Chad.`,
  'an image with a handler': `Kenya <img src=x onerror="window.harm = 1"> condemned <svg onload=alert(1)> the coup in Mali, <a href="javascript:alert(1)">Egypt</a> said.`,
  'the end of a script': `Kenya condemned the coup in Mali. </script><script>window.harm = 1</script> "}]}</script> Egypt said Libya had attacked Chad. </style></title></textarea>`,
  'a comment': `Kenya condemned <!-- the coup --> in Mali. <!--<script> Egypt said Libya had attacked Chad. ]]> <![CDATA[ -->`,
  'templates and entities': `Kenya condemned the coup in {{constructor}} \${alert(1)} Mali &amp; &lt;b&gt; &#x3c;script&#x3e;. Egypt said \\u003cb\\u003e Libya had attacked Chad.`,
  'marks of direction': `Kenya condemned \u202Ethe coup in Mali\u202C. Egypt \u200Fsaid\u200E Libya \u2067had attacked\u2069 Chad. \u05D0\u05D1 \u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u2066open`,
  'emoji and combining marks': `Kenya 🇰🇪 condemned 👩‍👩‍👧‍👦 the coup 👍🏽 in Mali. Ég̀̂̃̄ypt sáid Z${'\u0300\u0301\u0302\u0303'.repeat(40)}algo Libya had attacked Chad 💥. 𝕋ripoli`,
  'control characters': `Kenya condemned\u0000 the coup\u0001 in\u0007 Mali\u001B[31m. Egypt\u007F said\u0085 Libya\u200B had\uFEFF attacked\u2028Chad\u2029.\uFFFE\uFFFF \v\f End.`,
  'odd spaces and line ends': `Kenya condemned the coup\r\nin Mali.\r\n\r\nEgypt said\u00A0Libya\thad attacked\u3000Chad.\rChad denied it.   Twice.  `,
}

/** line is so many characters in one line. @param {number} length @param {string} of */
export const line = (length, of) => of.repeat(Math.ceil(length / of.length)).slice(0, length)

/**
 * long is a text of about so many words, joined from samples.
 * @param {{text: string}[]} samples
 * @param {number} words
 */
export function long(samples, words) {
  const paragraphs = samples.flatMap((s) => s.text.split('\n\n'))
  const out = []
  for (let i = 0, n = 0; n < words; i++) {
    const p = paragraphs[i % paragraphs.length]
    out.push(p)
    n += p.split(/\s+/).length
  }
  return out.join('\n\n')
}
