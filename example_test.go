package demarche_test

import (
	"context"
	"fmt"
	"log"

	"example.org/demarche"
)

const text = "Norway's foreign minister met the president of Kenya in Nairobi on Monday. Kenya condemned the coup in Mali."

func ExampleOpen() {
	coder, err := demarche.Open(demarche.Options{})
	if err != nil {
		log.Fatal(err)
	}
	record, err := coder.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
	if err != nil {
		log.Fatal(err)
	}
	for _, e := range record.Events {
		fmt.Println(e.Type, e.Status, e.Evidence[0].Cut(text))
	}
	// Output:
	// CONSULT occurred met
	// ACCUSE occurred condemned
	// COERCE occurred coup
}

func ExampleCoder_Relate() {
	coder, err := demarche.Open(demarche.Options{})
	if err != nil {
		log.Fatal(err)
	}
	r, err := coder.Relate(context.Background(), "Kenya condemned the coup in Mali.", "Kenya", "the coup in Mali", false)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Type, r.Status)
	// Output: ACCUSE occurred
}
