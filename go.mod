module example.org/demarche

go 1.26
