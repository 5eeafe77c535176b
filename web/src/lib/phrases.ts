// Phrases for deeds: an English verb for each type, mode and CAMEO code, and for commoner trigger words where the code alone would say less than the article.
import type { Event } from './record'

/** A Phrase says a deed. % stands for those it is done to, # for the place that it takes. */
export interface Phrase {
  /** with a recipient: "seize property of %" */
  to: string
  /** without one: "seize property" */
  alone: string
  /** said of both sides together: "meet" */
  each: string | null
  /** where nobody is named at all: there was … */
  noun: string | null
  /** of those it is done to, where the verb alone does not say it: "granted asylum" */
  passive: string | null
  /** the trigger's stems that say the same: others are quoted */
  same: string[]
}

/** p makes a phrase of "seize property[ of %]", or of one with and one without a recipient: "attack %|carry out an attack". */
function p(form: string, same: string, more: { each?: string; noun?: string; passive?: string } = {}): Phrase {
  const [to, alone] = form.includes('|') ? form.split('|') : [form.replace(/[[\]]/g, ''), form.replace(/ ?\[[^\]]*\]/, '')]
  return { to, alone, each: more.each ?? null, noun: more.noun ?? null, passive: more.passive ?? null, same: same.split(' ').filter(Boolean) }
}

/** contents of demands, appeals, offers and refusals, by what follows the family in a CAMEO code. */
const contents: Record<string, string> = {
  '1': 'cooperation', '11': 'economic cooperation', '12': 'military cooperation', '13': 'cooperation of the courts or police', '14': 'the sharing of intelligence',
  '2': 'diplomatic cooperation', '3': 'aid', '31': 'economic aid', '32': 'military aid', '33': 'humanitarian aid', '34': 'protection or peacekeepers',
  '4': 'political change', '41': 'a change of leaders', '42': 'a change of policy', '43': 'rights', '44': 'a change of institutions or regime',
  '5': 'concessions', '51': 'lighter restrictions', '52': 'an end of protests', '53': 'the release of people or property', '54': 'lighter economic sanctions',
  '55': 'access for outsiders', '56': 'an end or easing of the fighting', '6': 'a meeting or talks', '7': 'a settlement', '8': 'mediation',
}
const refused: Record<string, string> = {
  '1': 'cooperation[ with %]', '11': 'economic cooperation[ with %]', '12': 'military cooperation[ with %]', '13': 'cooperation of the courts or police[ with %]', '14': 'the sharing of intelligence[ with %]',
  '2': 'aid[ to %]', '21': 'economic aid[ to %]', '22': 'military aid[ to %]', '23': 'humanitarian aid[ to %]', '24': 'protection or peacekeepers[ for %]',
  '3': 'political change[ asked for by %]', '31': 'a change of leaders[ asked for by %]', '32': 'a change of policy[ asked for by %]', '33': 'rights[ to %]', '34': 'a change of institutions or regime[ asked for by %]',
  '4': 'to yield[ to %]', '41': 'to lighten restrictions[ on %]', '42': 'to stop protests[ against %]', '43': 'a release of people or property[ to %]', '44': 'to lighten economic sanctions[ against %]',
  '45': 'access[ to %]', '46': 'to lessen the fighting[ against %]', '5': 'a meeting or talks[ with %]', '6': 'mediation[ by %]', '7': 'a settlement[ with %]',
}
const threats: Record<string, string> = {
  '1': 'measures short of force', '11': 'a cut of aid', '12': 'sanctions, a boycott or an embargo', '13': 'a break of relations', '2': 'restrictions', '21': 'restrictions of political freedoms',
  '22': 'a ban of parties or politicians', '23': 'a curfew', '24': 'a state of emergency', '3': 'protests', '4': 'a halt of talks', '5': 'a halt of mediation', '6': 'expulsion or withdrawal', '7': 'repression',
  '8': 'force', '81': 'a blockade', '82': 'occupation', '83': 'unconventional violence', '84': 'an attack', '85': 'weapons of mass destruction',
}

const byCode: Record<string, Phrase> = {
  '010': p('make a statement[ about %]', ''), '011': p('decline to comment[ on %]', 'declin comment'), '012': p('voice pessimism[ about %]', 'pessimis'), '013': p('voice optimism[ about %]', 'optimis'),
  '014': p('weigh an option[ towards %]', ''), '015': p('admit or claim responsibility[ towards %]', 'admit claim responsib'), '016': p('issue a denial[ towards %]', 'deny denied denial'),
  '017': p('make a symbolic gesture[ towards %]', ''), '018': p('voice sympathy[ for %]', 'sympath condol'), '019': p('voice agreement[ with %]', 'agree'),
  '020': p('call on % to act|make an appeal', 'appeal'), '100': p('make a demand[ of %]', 'demand'),
  '030': p('promise or agree to act[ towards %]', ''), '036': p('agree to a meeting or talks[ with %]', 'agree'), '037': p('agree to a settlement[ with %]', 'agree'), '038': p('accept mediation[ by %]', 'accept'), '039': p('offer to mediate[ for %]', 'offer'),
  '040': p('hold talks with %|hold talks', 'talk discuss convers', { each: 'hold talks', noun: 'talks' }), '041': p('speak by telephone with %|speak by telephone', 'phon telephon call convers', { each: 'speak by telephone', noun: 'a telephone call' }),
  '042': p('visit %|visit #', 'visit travel flew fly arriv tour', { noun: 'a visit' }), '043': p('be received by %|be received', 'receiv host welcom', { noun: 'a visit' }),
  '044': p('meet % in a third place|meet in a third place', 'met meet', { each: 'meet in a third place', noun: 'a meeting in a third place' }), '045': p('mediate[ between %]', 'mediat'),
  '046': p('negotiate with %|negotiate', 'negotiat', { each: 'negotiate', noun: 'negotiations' }),
  '050': p('support %|express support', 'support back'), '051': p('praise %|express approval', 'prais endors hail approv'), '052': p('defend %|defend somebody or something', 'defen'), '053': p('rally support[ for %]', 'rall'),
  '054': p('open diplomatic relations[ with %]', '', { each: 'open diplomatic relations' }), '055': p('apologise[ to %]', 'apolog'), '056': p('pardon %|grant a pardon', 'pardon forg'),
  '057': p('sign or approve an agreement[ with %]', 'sign', { each: 'sign or approve an agreement', noun: 'an agreement' }),
  '060': p('cooperate[ with %]', 'cooperat', { each: 'cooperate', noun: 'cooperation' }), '061': p('trade or cooperate economically[ with %]', 'trad', { each: 'trade or cooperate economically' }),
  '062': p('cooperate militarily[ with %]', 'exercis', { each: 'cooperate militarily' }), '063': p('cooperate with the courts or police[ of %]', '', { each: 'cooperate in judicial matters' }), '064': p('share information[ with %]', 'shar', { each: 'share information' }),
  '070': p('give aid[ to %]', 'aid'), '071': p('give economic aid[ to %]', ''), '072': p('give military aid[ to %]', ''), '073': p('give humanitarian aid[ to %]', ''), '074': p('protect %|give protection', 'protect'), '075': p('grant asylum[ to %]', 'asylum grant', { passive: 'granted asylum' }),
  '080': p('give way[ to %]', 'conced'), '081': p('ease restrictions[ on %]', 'eas'), '0811': p('ease political restrictions[ on %]', 'eas'), '0812': p('lift or ease a political ban[ on %]', 'lift'), '0813': p('lift or ease a curfew[ on %]', 'lift eas'), '0814': p('lift or ease a state of emergency[ in %]', 'lift eas'),
  '082': p('end or ease a protest[ against %]', 'end'), '083': p('accept reform[ asked for by %]', ''), '0832': p('accept a change of policy[ asked for by %]', ''), '0833': p('grant rights[ to %]', 'grant'), '0834': p('accept a change of institutions or regime[ asked for by %]', ''),
  '0842': p('return property[ to %]', 'return hand'), '085': p('lift or ease sanctions[ on %]', 'lift eas'), '0861': p('let % in|let peacekeepers in', 'let'), '0862': p('let % in|let inspectors in', 'let'), '0863': p('let % in|let humanitarian help in', 'let'),
  '0871': p('keep or declare a ceasefire[ with %]', 'ceasefire truce', { each: 'keep or declare a ceasefire', noun: 'a ceasefire' }), '087': p('lessen the fighting[ with %]', '', { each: 'lessen the fighting' }), '0872': p('ease a blockade[ of %]', 'blockad'),
  '091': p('investigate % for crime or corruption|investigate crime or corruption', 'investigat inquir prob', { noun: 'an inquiry' }), '092': p('investigate % for abuses of human rights|investigate abuses of human rights', 'investigat inquir prob', { noun: 'an inquiry' }),
  '093': p('investigate the military deeds of %|investigate military deeds', 'investigat inquir prob'), '094': p('investigate % for war crimes|investigate war crimes', 'investigat inquir prob'),
  '110': p('voice disapproval[ of %]', 'disapprov'), '111': p('criticise %|voice criticism', 'criticis criticiz'), '113': p('rally opposition[ against %]', ''), '114': p('complain officially[ about %]', 'complain'), '115': p('sue %|go to court', 'su'),
  '1121': p('accuse % of crime or corruption|make an accusation of crime or corruption', 'accus'), '1122': p('accuse % of abuses of human rights|make an accusation of abuses of human rights', 'accus'), '1123': p('accuse % of aggression|make an accusation of aggression', 'accus'),
  '1124': p('accuse % of war crimes|make an accusation of war crimes', 'accus'), '1125': p('accuse % of espionage or treason|make an accusation of espionage or treason', 'accus'),
  '120': p('give a refusal[ to %]', 'refus'), '128': p('defy a norm, a law or an order[ of %]', 'def'), '129': p('cast a veto[ against %]', 'veto'), '139': p('give an ultimatum[ to %]', 'ultimatum'),
  '130': p('threaten %|make a threat', 'threat', { noun: 'a threat' }),
  '151': p('put police on alert[ against %]', 'alert'), '152': p('put forces on alert[ against %]', 'alert'), '155': p('ready forces against computers[ of %]', ''),
  '162': p('cut or suspend aid[ to %]', 'cut suspend'), '1621': p('cut or suspend economic aid[ to %]', 'cut suspend'), '1622': p('cut or suspend military aid[ to %]', 'cut suspend'), '1623': p('cut or suspend humanitarian aid[ to %]', 'cut suspend'),
  '163': p('impose sanctions[ on %]', 'sanction impos embargo boycott'), '164': p('halt talks[ with %]', 'halt'), '165': p('halt mediation[ for %]', 'halt'),
  '1711': p('confiscate property[ of %]', 'confiscat'), '1722': p('ban %|impose a political ban', 'ban'), '191': p('blockade %|blockade #', 'blockad'), '192': p('seize #[ from %]', 'seiz captur tak took regain retak retook'),
  '175': p('use force to put down %|use force to put down protest', 'put quell crush'), '1823': p('beat % to death|beat people to death', 'beat'), '1832': p('attack % with a car bomb|set off a car bomb', 'car', { noun: 'a car bombing' }), '1833': p('attack % with a roadside bomb|set off a roadside bomb', 'roadside', { noun: 'a roadside bombing' }),
  '184': p('use % as human shields|use people as human shields', 'shield'), '185': p('try to assassinate %|try to assassinate somebody', 'assassinat attempt'), '196': p('break a ceasefire[ with %]', 'break broke violat', { each: 'break a ceasefire' }),
  '200': p('massacre %|commit a massacre', 'massacr', { noun: 'a massacre' }), '202': p('kill % on a mass scale|kill people on a mass scale', '', { noun: 'mass killing' }), '201': p('drive % out in great numbers|drive people out in great numbers', 'driv drove'), '203': p('carry out ethnic cleansing[ against %]', 'cleans', { noun: 'ethnic cleansing' }),
  '2041': p('use chemical, biological or radiological weapons[ against %]', 'use using chemical', { noun: 'an attack with chemical, biological or radiological weapons' }), '2042': p('set off a nuclear weapon[ against %]', 'detonat', { noun: 'a nuclear attack' }),
}

const byMode: Record<string, Phrase> = {
  'CONSULT/third-party': p('meet % with the help of a third side|meet with the help of a third side', 'met meet', { each: 'meet with the help of a third side' }),
  'CONSULT/multilateral': p('take part in talks of several sides[ with %]', '', { each: 'hold talks of several sides', noun: 'talks of several sides' }),
  'RETREAT/withdraw': p('withdraw[ before %]', 'withdr retreat pull'), 'RETREAT/release': p('release %|release people', 'releas freed freeing free'), 'RETREAT/disarm': p('disarm', 'disarm demobil'), 'RETREAT/access': p('give access[ to %]', 'access'),
  'RETREAT/resign': p('resign', 'resign step quit stood stand'),
  'REQUEST/assist': p('ask % for help or cooperation|ask for help or cooperation', ''), 'REQUEST/change': p('call on % for political change|call for political change', ''), 'REQUEST/yield': p('call on % to give way|call for concessions', ''), 'REQUEST/meet': p('call on % for talks|call for talks', ''),
  'ACCUSE/investigate': p('investigate %|carry out an investigation', 'investigat inquir prob', { noun: 'an investigation' }), 'ACCUSE/allege': p('accuse %|make an accusation', 'accus alleg', { noun: 'an accusation' }), 'ACCUSE/disapprove': p('criticise %|voice criticism', 'criticis', { noun: 'criticism' }),
  'REJECT/assist': p('refuse cooperation or help[ to %]', 'refus reject'), 'REJECT/change': p('refuse political change[ asked for by %]', 'refus reject'), 'REJECT/yield': p('refuse to yield[ to %]', 'refus'), 'REJECT/meet': p('refuse a meeting or talks[ with %]', 'refus'),
  'THREATEN/restrict': p('threaten % with restrictions|threaten restrictions', 'threat'), 'THREATEN/arrest': p('threaten % with arrest|threaten arrests', 'threat'), 'THREATEN/relations': p('threaten % with a cut of relations|threaten a cut of relations', 'threat'), 'THREATEN/expel': p('threaten % with expulsion|threaten expulsions', 'threat'),
  'THREATEN/territory': p('threaten % with the loss of territory|threaten to take territory', 'threat'), 'THREATEN/violence': p('threaten % with violence|threaten violence', 'threat'),
  'PROTEST/demo': p('demonstrate[ against %]', 'demonstrat march rall protest gather', { noun: 'a demonstration' }), 'PROTEST/riot': p('riot[ against %]', 'riot', { noun: 'rioting' }), 'PROTEST/strike': p('go on strike[ against %]', 'strik struck walk', { noun: 'a strike' }), 'PROTEST/hunger': p('be on hunger strike[ against %]', 'hunger strike', { noun: 'a hunger strike' }),
  'PROTEST/boycott': p('boycott %|hold a boycott', 'boycott', { noun: 'a boycott' }), 'PROTEST/obstruct': p('block the way in protest[ against %]', 'block', { noun: 'a blockade by protesters' }), 'PROTEST/vandalize': p('damage property in protest[ against %]', 'vandal', { noun: 'vandalism in protest' }),
  'SANCTION/convict': p('convict %|convict somebody', 'convict found guilt', { noun: 'a conviction' }), 'SANCTION/expel': p('expel %|expel people', 'expel expul', { noun: 'an expulsion' }), 'SANCTION/withdraw': p('reduce or suspend relations[ with %]', 'suspend reduc', { noun: 'a break of relations' }), 'SANCTION/discontinue': p('impose sanctions[ on %]', 'sanction impos', { noun: 'sanctions' }),
  'MOBILIZE/troops': p('deploy troops[ against %]', 'deploy', { noun: 'a deployment of troops' }), 'MOBILIZE/weapons': p('deploy weapons or warships[ against %]', 'deploy', { noun: 'a deployment of weapons' }), 'MOBILIZE/police': p('deploy police[ against %]', 'deploy', { noun: 'a deployment of police' }), 'MOBILIZE/militia': p('muster fighters[ against %]', 'muster recruit', { noun: 'a muster of fighters' }),
  'COERCE/seize': p('seize property[ of %]', 'seiz confiscat'), 'COERCE/restrict': p('impose restrictions[ on %]', 'restrict impos', { noun: 'restrictions' }), 'COERCE/censor': p('censor %|restrict media or speech', 'censor', { noun: 'censorship' }), 'COERCE/curfew': p('impose a curfew[ on %]', 'impos curfew', { noun: 'a curfew' }),
  'COERCE/martial-law': p('impose a state of emergency or martial law[ on %]', 'impos declar emergency martial', { noun: 'a state of emergency' }), 'COERCE/arrest': p('arrest %|make arrests', 'arrest', { noun: 'arrests' }), 'COERCE/deport': p('deport %|deport people', 'deport', { noun: 'deportations' }),
  'COERCE/withhold': p('withhold goods or services[ from %]', 'withh', { noun: 'a cut of supplies' }), 'COERCE/misinformation': p('spread false news[ about %]', 'spread', { noun: 'a campaign of false news' }), 'COERCE/cyber': p('attack computers[ of %]', 'hack attack', { noun: 'an attack on computers' }),
  'ASSAULT/abduct': p('abduct %|abduct people', 'abduct', { noun: 'an abduction' }), 'ASSAULT/beat': p('beat %|beat people', 'beat', { noun: 'beatings' }), 'ASSAULT/torture': p('torture %|torture people', 'tortur', { noun: 'torture' }), 'ASSAULT/sexual': p('sexually assault %|commit sexual assault', '', { noun: 'sexual assault' }),
  'ASSAULT/targeted': p('carry out a deadly attack on %|carry out a deadly attack', 'attack', { noun: 'a targeted attack' }), 'ASSAULT/destroy': p('destroy property[ of %]', 'destroy destruct', { noun: 'destruction of property' }), 'ASSAULT/primitive': p('attack % with simple weapons|attack with simple weapons', 'attack', { noun: 'an attack with simple weapons' }),
  'ASSAULT/firearms': p('fire on %|open fire', 'fir shot shoot gun', { passive: 'fired on', each: 'exchange fire', noun: 'gunfire' }), 'ASSAULT/explosives': p('attack % with explosives|set off explosives', 'explo blast attack', { noun: 'an explosion' }), 'ASSAULT/suicide-attack': p('carry out a suicide attack[ on %]', 'suicid attack', { noun: 'a suicide attack' }),
  'ASSAULT/aerial': p('attack % from the air|attack from the air', 'air attack', { noun: 'an attack from the air' }), 'ASSAULT/drone': p('attack % with drones|attack with drones', 'drone attack', { noun: 'a drone attack' }), 'ASSAULT/heavy-weapons': p('attack % with heavy weapons|use heavy weapons', 'attack', { each: 'fight with heavy weapons', noun: 'an attack with heavy weapons' }),
  'ASSAULT/crowd-control': p('use force against % to control a crowd|use force to control a crowd', '', { noun: 'force against a crowd' }), 'ASSAULT/unconventional': p('use unconventional weapons[ against %]', 'use', { noun: 'an attack with unconventional weapons' }),
}

const byType: Record<string, Phrase> = {
  AGREE: p('promise or agree to act[ towards %]', ''), CONSULT: byCode['040'], SUPPORT: byCode['050'], CONCEDE: byCode['080'], COOPERATE: byCode['060'], AID: byCode['070'],
  RETREAT: p('give ground[ to %]', ''), REQUEST: p('make a request[ to %]', 'request ask', { noun: 'a request' }), ACCUSE: byMode['ACCUSE/disapprove'], REJECT: byCode['120'], THREATEN: byCode['130'],
  PROTEST: p('protest[ against %]', 'protest', { noun: 'protests' }), SANCTION: p('reduce relations[ with %]', ''), MOBILIZE: p('show or ready forces[ against %]', '', { noun: 'a show of force' }),
  COERCE: p('use pressure or coercion[ against %]', '', { passive: 'put under pressure or coerced', noun: 'coercion' }), ASSAULT: p('use force[ against %]', 'use', { passive: 'met with force', each: 'fight', noun: 'violence' }),
}

/** byTrigger are phrases of the article's own verbs, where these say more than the code, if need be for some codes alone. They are literal: nothing is quoted beside them. */
const byTrigger: Record<string, [RegExp, Phrase, RegExp?][]> = {
  CONSULT: [
    [/^(meet|met|meeting|meetings|meets)$/, p('meet %|hold a meeting', '', { each: 'meet', noun: 'a meeting' })],
    [/^(summit|summits)$/, p('take part in a summit[ with %]', '', { each: 'take part in a summit', noun: 'a summit' })],
    [/^(conference)$/, p('take part in a conference[ with %]', '', { each: 'take part in a conference', noun: 'a conference' })],
    [/^(talk|talks|talked)$/, byCode['040']],
    [/^consult/, p('consult %|hold consultations', '', { each: 'hold consultations', noun: 'consultations' })],
  ],
  SUPPORT: [
    [/^recogni/, p('recognise %|recognise somebody', '')],
    [/^welcom/, p('welcome %|express approval', 'welcom')],
    [/^(sign|signed|signs|signing)$/, p('sign an agreement[ with %]', '', { each: 'sign an agreement', noun: 'an agreement' })],
    [/^ratif/, p('ratify an agreement[ with %]', '')],
  ],
  CONCEDE: [
    [/^acquit/, p('acquit %|give an acquittal', '')],
    [/^(truce|ceasefire)$/, p('declare a truce[ with %]', '', { each: 'declare a truce', noun: 'a truce' })],
    [/^gave in|^give in/, p('give in[ to %]', '')],
  ],
  COOPERATE: [[/^extradit/, p('extradite somebody to %|extradite somebody', '')]],
  AID: [[/^(evacuat|rescu)/, p('bring % to safety|bring people to safety', 'evacuat rescu')]],
  AGREE: [
    [/^(promis|pledg|vow)/, p('make a promise[ to %]', ''), /^03[0-5]?/],
    [/^offer/, p('make an offer[ to %]', ''), /^03[0-5]?$/],
    [/^(agree|agreed|agrees|agreeing)$/, p('agree to something[ with %]', '', { each: 'agree to something' }), /^030$/],
  ],
  REQUEST: [
    [/^ask/, p('ask % to act|make a request', ''), /^(020|100)$/],
    [/^urg/, p('urge % to act|make an appeal', ''), /^(020|100)$/],
  ],
  ACCUSE: [
    [/^condemn/, p('condemn %|express condemnation', '')],
    [/^complain/, p('complain[ about %]', '')],
    [/^oppos/, p('oppose %|voice opposition', '')],
  ],
  SANCTION: [
    [/^(dismiss|sack)/, p('dismiss %|dismiss people', '')],
    [/^sentenc/, p('sentence %|give a sentence', '')],
    [/^(broke|break|breaking) off/, p('break off relations[ with %]', ''), /^16[01]/],
    [/^(broke|break|breaking) off/, p('break off talks[ with %]', ''), /^164/],
  ],
  COERCE: [
    [/^(overthr|oust|toppl)/, p('overthrow %|carry out an overthrow', '')],
    [/^meddl/, p('meddle in the affairs of %|meddle', '')],
    [/^obstruct/, p('obstruct %|cause obstruction', '')],
    [/^ban/, p('ban %|impose a ban', '')],
    [/^(detain|detention)/, p('detain %|detain people', '')],
    [/^(hold|holds|held|holding)$/, p('hold % in custody|hold people in custody', '')],
    [/^(lock|jail|imprison)/, p('jail %|jail people', '')],
    [/^blockad/, byCode['191']],
  ],
  ASSAULT: [
    [/^genocid/, p('commit genocide[ against %]', '', { noun: 'genocide' })],
    [/^massacr/, byCode['200']],
    [/^assassinat/, p('assassinate %|carry out an assassination', '', { noun: 'an assassination' })],
    [/^murder/, p('murder %|commit murder', '', { noun: 'murder' })],
    [/^poison/, p('poison %|commit a poisoning', '', { noun: 'a poisoning' })],
    [/^kill/, p('kill %|kill people', '', { noun: 'killing' })],
    [/^(injur|wound)/, p('injure %|injure people', '', { noun: 'violence' })],
    [/^rap(e|ed|es|ing)$/, p('rape %|commit rape', '', { noun: 'rape' })],
    [/^kidnap/, p('kidnap %|kidnap people', '', { noun: 'a kidnapping' })],
    [/^hostage/, p('take % hostage|take hostages', '', { noun: 'a taking of hostages' })],
    [/^stab/, p('stab %|stab people', '', { noun: 'a stabbing' })],
    [/^shell/, p('shell %|shell #', '', { noun: 'shelling' })],
    [/^bomb/, p('bomb %|carry out bombing', '', { noun: 'bombing' }), /^(?!183[1-3])/],
    [/^dispers/, p('disperse % by force|disperse people by force', '')],
    [/^aggress/, p('commit aggression against %|commit aggression', '', { noun: 'aggression' })],
    [/^clash/, p('clash with %|clash', '', { each: 'clash', noun: 'clashes' })],
    [/^(fight|fought|fighting|fights)$/, p('fight %|fight', '', { each: 'fight', noun: 'fighting' })],
    [/^(war|wars)$/, p('wage war[ against %]', '', { each: 'wage war', noun: 'a war' })],
    [/^attack/, p('attack %|carry out an attack', '', { each: 'attack each other', noun: 'an attack' }), /^1[89]0$/],
  ],
}

/** phraseOf is the phrase for an event whose trigger words are given, and whether these are to be quoted beside it. */
export function phraseOf(e: Pick<Event, 'event_type' | 'mode' | 'cameo'>, triggers: string[]): { phrase: Phrase; quote: boolean } {
  const words = triggers.flatMap((t) => t.toLowerCase().split(/[^\p{L}]+/u)).filter(Boolean)
  for (const [pattern, phrase, codes] of byTrigger[e.event_type ?? ''] ?? []) {
    if (codes && !codes.test(e.cameo)) continue
    if (words.some((w) => pattern.test(w)) || pattern.test(words.join(' '))) return { phrase, quote: false }
  }
  const phrase = codePhrase(e)
  return { phrase, quote: !words.some((w) => phrase.same.some((s) => w.startsWith(s))) }
}

function codePhrase({ event_type, mode, cameo }: Pick<Event, 'event_type' | 'mode' | 'cameo'>): Phrase {
  const rest = cameo.slice(2)
  const family = cameo.slice(0, 2)
  if (byCode[cameo]) return byCode[cameo]
  if (mode === 'arrest' && byMode[`${event_type}/arrest`]) return byMode[`${event_type}/arrest`]
  if (family === '02' && contents[rest]) return p(`appeal to % for ${contents[rest]}|appeal for ${contents[rest]}`, 'appeal')
  if (family === '10' && contents[rest]) return p(`demand ${contents[rest]}[ from %]`, 'demand')
  if (family === '03' && contents[rest]) return p(`declare readiness for ${contents[rest]}[ with %]`, '')
  if (family === '12' && refused[rest]) return p(`refuse ${refused[rest]}`, 'refus')
  if (family === '13' && threats[rest]) return p(`threaten % with ${threats[rest]}|threaten ${threats[rest]}`, 'threat')
  const known = (mode && byMode[`${event_type}/${mode}`]) || (cameo.length > 3 && byCode[cameo.slice(0, 3)]) || (event_type && byType[event_type])
  return known || p('do something[ to %]', '')
}

/** A speech act that asks for, promises, refuses, threatens or alleges a deed: how it goes on with that deed. */
export function speechOf(e: Event, triggers: string[]): string | null {
  const words = triggers.join(' ').toLowerCase()
  switch (e.event_type) {
    case 'AGREE':
      return /offer/.test(words) ? 'offer' : /promis|pledg|vow/.test(words) ? 'promise' : 'agree'
    case 'REQUEST':
      return /demand/.test(words) ? 'demand' : /urg/.test(words) ? 'urge' : /\bask/.test(words) ? 'ask' : 'call on'
    case 'REJECT':
      return 'refuse'
    case 'THREATEN':
      return 'threaten'
    case 'ACCUSE':
      return e.mode === 'allege' ? 'accuse' : null
    default:
      return null
  }
}
