package text_test

import (
	"strings"
	"testing"

	"example.org/demarche/internal/text"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"en", "The ministers met in the old harbour and agreed that the ferry would sail again before the end of the month."},
		{"fr", "Les ministres se sont réunis dans le vieux port et ont décidé que le bac reprendrait la mer avant la fin du mois."},
		{"de", "Die Minister trafen sich im alten Hafen und beschlossen, dass die Fähre noch vor dem Ende des Monats wieder fährt."},
		{"es", "Los ministros se reunieron en el puerto viejo y acordaron que el transbordador volverá a navegar antes del fin de mes."},
		{"it", "I ministri si sono riuniti nel vecchio porto e hanno deciso che il traghetto tornerà a navigare prima della fine del mese."},
		{"pt", "Os ministros reuniram-se no porto velho e decidiram que a balsa não voltará a navegar antes do fim do mês, mas depois."},
		{"nl", "De ministers kwamen bijeen in de oude haven en besloten dat de veerboot voor het einde van de maand weer zal varen."},
		{"sv", "Ministrarna träffades i den gamla hamnen och beslutade att färjan ska gå igen före slutet av månaden, inte efter."},
		{"da", "Ministrene mødtes i den gamle havn og blev enige om, at færgen ikke skal sejle igen efter slutningen af måneden."},
		{"pl", "Ministrowie spotkali się w starym porcie i postanowili, że prom nie wypłynie przed końcem miesiąca, ale po nim."},
		{"tr", "Bakanlar eski limanda buluştu ve feribotun ay sonuna kadar değil daha sonra sefere çıkması için bir karar aldı."},
		{"id", "Para menteri bertemu di pelabuhan lama dan sepakat bahwa feri itu akan berlayar lagi sebelum akhir bulan ini."},
		{"ro", "Miniștrii s-au întâlnit în portul vechi și au hotărât că feribotul nu va mai pleca de la chei, dar după o lună."},
		{"ru", "Министры встретились в старом порту и решили, что паром не выйдет в море до конца месяца, как было объявлено."},
		{"uk", "Міністри зустрілися в старому порту і вирішили, що пором не вийде в море до кінця місяця, як це було раніше."},
		{"ar", "اجتمع الوزراء في الميناء القديم واتفقوا على أن تبحر العبارة قبل نهاية الشهر."},
		{"fa", "وزیران در بندر قدیمی گرد هم آمدند و تصمیم گرفتند که کشتی پیش از پایان ماه حرکت کند."},
		{"zh", "部长们在老港口会面，同意渡轮在月底之前恢复航行。"},
		{"ja", "大臣たちは古い港で会い、月末までにフェリーを再開することで合意した。"},
		{"ko", "장관들은 옛 항구에서 만나 이달 말 전에 여객선을 다시 운항하기로 합의했다."},
		{"el", "Οι υπουργοί συναντήθηκαν στο παλιό λιμάνι και συμφώνησαν για το πλοίο."},
		{"he", "השרים נפגשו בנמל הישן והסכימו על המעבורת."},
		{"hi", "मंत्री पुराने बंदरगाह में मिले और नौका पर सहमत हुए।"},
		{"th", "รัฐมนตรีพบกันที่ท่าเรือเก่า"},
		{"und", "ამინდი კარგია და მინისტრები შეხვდნენ."},
		{"und", ""},
		{"und", "2011 – 42 %"},
	} {
		if got := text.Language(c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestLanguageOfShortTexts(t *testing.T) {
	for in, want := range map[string]string{
		"Moscow warns Kiev.":         "en",
		"Troops seize airport":       "en",
		"Angela Merkel visits Paris": "en",
		"President Vladimir Putin meets Chancellor Gerhard Schröder, praises Deutsche Bahn, Siemens": "en",
		"De Gaulle meets Adenauer":         "en",
		"Der Minister ist nicht in Berlin": "de",
		"El ministro no está en la ciudad": "es",
		"Le ministre est à Paris":          "fr",
		"Москва":                           "und",
	} {
		if got := text.Language(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestLanguageUnclear gives a long text in a language that is not among those known.
func TestLanguageUnclear(t *testing.T) {
	finnish := "Ministerit tapasivat vanhassa satamassa ja sopivat lautan paluusta ennen kuukauden loppua. "
	if got := text.Language(strings.Repeat(finnish, 20)); got != "und" {
		t.Errorf("got %q", got)
	}
}

func BenchmarkLanguage(b *testing.B) {
	s := strings.Repeat("The ministers met in the old harbour and agreed that the ferry would sail again. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		text.Language(s)
	}
}
