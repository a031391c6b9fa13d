"""First names that people in France bear, of all generations and origins.

Left out are those that also name a town, a river or a thing, unless somebody of that
surname stands elsewhere in the text (``DOUBTFUL``): *Lorraine*, *Aurore*, *Noël*.
"""

from __future__ import annotations

_WOMEN = """
Abigaëlle Ada Adelaïde Adeline Adèle Adélaïde Adriana Adrienne Agathe Agnès Agnieszka Aimée Aïcha
Aïda Aïssata Aïssatou Albane Albertine Alessandra Alessia Alexandra Alexandrine Alexia Alice Alicia
Alida Aliénor Aline Alison Alphonsine Amanda Amandine Ambrine Amel Amélia Amélie Amina Aminata
Anaëlle Anaïs Anastasia Andrée Angela Angèle Angélina Angéline Angélique Anita Anna Annabelle
Annaïck Annaïg Anne Annette Annick Annie Anouk Antoinette Antonella Antonia Apolline Arielle Arlette
Armande Armelle Asma Assia Assunta Astrid Athénaïs Aude Audrey Augusta Augustine Aurélia Aurélie
Axelle Aya Azilis Aziza Barbara Batia Bernadette Bernardette Berthe Bertille Bettina Betty Béatrice
Béatrix Bénédicte Bérangère Bérengère Bintou Blandine Bleuenn Brigitta Brigitte Camélia Candice
Carine Carla Carlotta Carmela Carole Caroline Cassandre Catalina Caterina Catherine Cathie Cathy
Cendrine Cécile Cécilia Célestine Célia Célina Céline Chahinez Chantal Charlène Charline Charlotte
Chloé Christel Christelle Christèle Christiana Christiane Christina Christine Chrystelle Cindy
Claire Clara Clarisse Claudette Claudia Claudie Claudine Clélia Clémence Clémentine Cléo Clothilde
Clotilde Colette Coline Conchita Coralie Coraline Corentine Corinne Cunégonde Cynthia Dalila
Danielle Danièle Deborah Delphine Denise Denyse Débora Déborah Désirée Diana Djamila Dolorès
Donatella Donatienne Doriane Dorine Doris Dorothée Dorothy Edmée Edmonde Edna Edwige Elena Elizabeth
Elke Ella Ellen Elsa Elvira Elvire Emily Emma Emmanuelle Erika Ernestine Esmeralda Estelle Esther
Ethel Eudoxie Eugénie Eulalie Euphrasie Ève Édith Élaine Éléa Éléna Éléonore Éliane Éliette Élina
Élisa Élisabeth Élise Élodie Éloïse Émeline Émilia Émilie Énora Étiennette Éva Évangéline Éveline
Évelyne Fabienne Fadila Fanchon Fanny Fanta Farida Fatiha Fatima Fatma Fatou Fatoumata Faustine
Fernanda Fernande Félicia Félicie Félicienne Filomena Flavie Florence Floriane Florine Fouzia
Franceline Francesca Francette Francine Françoise Frédérique Frida Gabriela Gabriella Gabrielle
Gaëlle Gaïane Galina Garance Geneviève Georgette Georgina Georgine Gerda Germaine Gertrude Géraldine
Ghislaine Giada Gilberte Gina Ginette Giovanna Gisela Gisèle Giulia Gladys Graziella Greta Guénaëlle
Guilaine Guillemette Gwenaëlle Gwendoline Gwenn Gwenola Gwénaëlle Gwénola Gwladys Habiba Hafida
Halima Hana Hanane Hanna Hannah Hassiba Haydée Heidi Helen Helena Helga Henriette Hermance Hélène
Héléna Héloïse Hilda Hildegarde Hortense Houda Houria Huguette Ibtissem Ida Ikram Ilana Imane Imelda
Inès Ingrid Irène Irina Irma Isabel Isabella Isabelle Isaure Iseult Ivana Izaskun Jacinta Jacotte
Jacqueline Jalila Jamila Jana Jane Janet Janick Janie Janine Jannick Jeanne Jeannette Jeannie
Jeannine Jehanne Jennifer Jessica Joana Joanna Jocelyne Joëlle Johanna Johanne Josepha Josette Josée
Joséphine Josiane Judith Julia Juliana Julie Juliette Justine Karen Karima Karin Karine Katarzyna
Katell Katherine Kathleen Kathy Katia Katrin Kenza Khadidja Khadija Khadîdja Kristell Krystyna
Laetitia Laëtitia Laïla Lamia Latifa Laura Laure Laurence Laurette Laurène Laurie Laurine Leila
Leïla Leslie Leyla Léa Léna Lénaïg Léonie Léonore Léontine Lidia Lidwine Lila Liliane Lilou Lina
Linda Lisa Lise Lisette Livia Lola Lolita Loubna Louisa Louise Louisette Lucette Lucia Lucie
Lucienne Lucile Lucille Lucrèce Ludivine Ludmila Luisa Lydia Lydie Lysiane Madeleine Mado Maéva
Maëlle Maëlys Magali Magalie Magdalena Maggy Mahaut Maïa Maïté Maïwenn Malika Malvina Manon Manuela
Manuelle Marceline Marcelle Margaret Margarita Margaux Margot Marguerite Maria Mariam Mariama
Mariana Marianne Marie Marielle Mariette Marika Marilou Marilyn Marilyne Marinette Marion Marisa
Maritxu Marjorie Marlène Marta Martha Marthe Martine Mary Maryam Maryannick Marylène Maryline Maryse
Maryvonne Mathilde Maud Maude Mauricette Meriem Mélanie Mélina Mélinda Mélissa Micheline Michelle
Michèle Mildred Milena Mina Mireille Miren Miriam Mona Monika Monique Morgane Morwenna Mounia
Muguette Muriel Murielle Myriam Nabila Nadège Nadia Nadine Nadja Naïma Naïs Naomi Nassima Natacha
Natalia Nathalie Nawal Nedjma Nelly Nicole Nicoletta Nina Ninon Noémie Noëlie Noëlle Nolwenn Nora
Norah Noura Nouria Odette Odile Olga Olimpia Olivia Olympe Ombeline Oriane Ornella Ouarda Oumou
Pamela Paola Pascale Pascaline Patricia Paula Paule Paulette Paulina Pauline Peggy Perrette Perrine
Pélagie Pétronille Philomène Pierrette Priscilla Priscille Quitterie Rachel Rachida Radia Ramata
Raphaëlle Raymonde Rebecca Renata Renate Renée Rébecca Régine Réjane Rita Roberte Rokia Rolande Romy
Rosa Rosalie Rosanna Roseline Roselyne Rosemonde Rosine Roxane Rozenn Ruth Sabah Sabine Sabrina
Safia Saïda Sakina Salima Salimata Salma Salomé Samantha Samia Samira Sandra Sandrine Sara Sarah
Saskia Selma Ségolène Séraphine Séverine Shirley Sidonie Sigrid Siham Silvia Simone Simonetta
Simonne Soizic Solange Solenn Solenne Solène Sonia Sophie Soraya Souad Souhila Stéphanie Suzanna
Suzanne Suzel Suzette Suzie Suzon Svetlana Sylvaine Sylvette Sylvia Sylviane Sylvie Tania Tatiana
Teresa Térésa Theresa Théa Théodora Thérèse Tiffany Tiphaine Typhaine Ursula Valentine Valériane
Valérie Vanessa Vanina Véra Véronique Victorine Violaine Virginie Viviane Vivienne Wendy Wilhelmine
Xaviera Yamina Yasmina Yasmine Yolaine Yolande Youna Yseult Yvette Yvonne Zahia Zahra Zélie Zineb
Zita Zoé Zofia Zohra Zoulikha
""".split()
_MEN = """
Abdallah Abdelaziz Abdelkader Abdelkrim Abdellah Abdou Abdoulaye Abel Abraham Achille Adama Adil
Adolfo Adolphe Adrian Adrien Agop Ahmed Aimé Aitor Aïssa Akim Alain Alan Alban Albert Alberto
Albéric Albin Alcide Aldo Alec Alejandro Alessandro Alexander Alexandre Alexis Alfonso Alfred
Alfredo Ali Alioune Aloïs Alphonse Alvaro Amadou Amar Amaury Ambroise Amédée Amine Amir Anatole
Ander Andreas Andrei Andrew André Andrzej Anicet Anselme Anthelme Anthony Antoine Antonin Antonio
António Antranik Aram Archibald Aristide Armand Armando Armel Armen Arnaud Arsène Arthur Artur
Athanase Attila Aubin Auguste Augustin Augusto Augustus Aurélien Avedis Axel Aymar Aymeric Aziz
Azzedine Babacar Bachir Balthazar Baptiste Barnabé Barthélemy Barthélémy Basile Bastien Baudouin
Benedikt Benito Benjamin Benoist Benoît Bernard Bertin Bertrand Bérenger Bilal Bixente Blaise Bogdan
Boris Boubacar Brahim Brandon Brice Brieuc Bruno Bryan Calixte Carl Carlo Carlos Casimir Cédric
Célestin Césaire César Charles Charly Cheikh Christian Christobal Christophe Christopher Claudio
Claudius Claus Clement Clément Clovis Conrad Corentin Cristiano Cyprien Cyriaque Cyril Cyrille
Dagobert Damian Damien Daniel Dario David Davide Davy Denis Denys Désiré Didier Dieter Dieudonné
Dimitri Djamel Djibril Domenico Donald Donatien Donovan Dorian Driss Dylan Eddie Eddy Edern Edgar
Edgard Edmond Edmund Edoardo Eduardo Edward Edwin Efflam Elliot Emilio Emmanuel Enguerrand Enrico
Enrique Enzo Erich Erik Ernest Ernesto Ernst Erwan Erwann Esteban Ethan Eudes Eugene Eugenio Eugène
Eusèbe Eustache Evan Ewen Édouard Élias Élie Éloi Émeric Émile Éric Étienne Évariste Fabian Fabien
Fabio Fabrice Fabrizio Fañch Faouzi Farid Fathi Fausto Fayçal Federico Felipe Ferdinand Fernand
Fernando Ferréol Félicien Félix Fidel Filipe Filippo Firmin Flavien Florent Florentin Florian
Florimond Fodé Fortunat Fouad Foucauld Francesco Francis Francisco Francisque Franck Franco François
Frank Franz Fred Freddy Frederick Frédéric Frédérick Friedrich Fritz Fulbert Fulgence Gabin Gabriel
Gaetano Gaël Gaëtan Garabed Gaspard Gaston Gatien Gauthier Gautier Geoffrey Geoffroy George Georges
Gerhard Germain Gervais Gérald Gérard Géraud Ghislain Giacomo Gianni Gilbert Gilles Gino Giorgio
Giovanni Giuliano Giuseppe Godefroy Gontran Gonzague Gonzalo Gordon Gottfried Goulven Goulwen
Gregory Grégoire Grégory Guénaël Guénolé Guido Guilhem Guillaume Guillermo Gunther Gurvan Gurwan
Gustave Gustavo Guy Gwenaël Gwendal Gwénaël Habib Hacène Hadrien Hagop Haïm Hakim Hamed Hamid
Hamidou Hamza Hans Harold Haroun Harry Hassan Hassen Heinrich Helmut Henri Henrique Henry Herbert
Hermann Hervé Hélie Hicham Hilaire Hippolyte Hocine Honoré Horace Horst Houari Hovhannes Hubert Hugo
Hugues Humbert Ibrahim Ibrahima Idir Idriss Ignace Ignacio Igor Ilan Ilya Ilyès Imad Iñaki Isaac
Isidore Ismaël Ismail Issa Ivan Ivo Iwan Jack Jacky Jacob Jacques Jakez Jamal James Jan Janusz Jason
Jawad Jean Jerzy Jérémie Jérémy Jérôme Jim Jimmy Joachim Joakim João Jocelyn Joe Joël Joffrey Johan
Johann Johannes John Johnny Jonas Jonathan Jordan Jordi Jorge Joris Josef Joseph José Josué Jozef
Juan Judicaël Jules Julian Julien Julio Justin Jürgen Kaddour Kader Kamal Kamel Karim Karl Karol
Kenny Kevin Kevork Kévin Khaled Khalid Khalil Kilian Killian Klaus Konrad Krikor Krzysztof Kurt
Kylian Ladislas Lahcen Lambert Lamine Lancelot Larbi Laurent Lazare Leandro Leonard Leonardo Leonid
Léandre Lénaïc Léo Léon Léonard Léonce Léopold Liam Lilian Lino Lionel Livio Loan Loeiz Logan Loïc
Loïck Lorenzo Loris Lothaire Louis Luc Luca Lucas Luciano Lucien Ludovic Ludwig Luigi Luis Lukas
Łukasz Lukasz Lyes Maël Magloire Mahamadou Mahmoud Maixent Malcolm Malek Malick Malik Mamadou
Manfred Manoel Manolo Mansour Manuel Marc Marceau Marcel Marcellin Marcello Marcelo Marcin Marco
Marcos Mariano Mario Marius Mark Martial Martin Massimo Mateo Mateusz Mathéo Mathias Mathieu Mathis
Mathurin Mathys Matteo Matthias Matthieu Maurice Maurizio Mauro Max Maxence Maxime Maximilien Mehdi
Mehmet Melchior Melvin Médéric Michael Michaël Michal Michel Mickael Mickaël Miguel Mihai Mihran
Mikael Mikaël Mike Mikel Mimoun Miroslav Modeste Mohamad Mohamed Mohammed Moïse Mokhtar Morad Morvan
Mouloud Mounir Mourad Moussa Moustapha Mustafa Mustapha Nabil Nacer Nadir Napoléon Nasser Nathan
Nathanaël Nelson Nestor Neville Nicodème Nicolas Nikita Nikola Nikolaï Nils Nino Noah Noam Noé Nolan
Norbert Nordine Noureddine Nuno Octave Octavien Odilon Olaf Oleg Olivier Omar Omer Oscar Oswald
Othman Otto Oumar Ousmane Pablo Pacôme Padrig Paolo Pascal Patrice Patrick Paul Paulin Paulo Pavel
Pedro Peio Perig Peter Petr Philémon Philibert Philip Philippe Pierre Pierrick Pietro Piotr Placide
Prosper Quentin Rachid Rafael Rafaël Rafik Ralph Ramdane Ramiro Ramon Ramón Ramsay Raoul Raphael
Raphaël Raul Rayan Raymond Redouane Reinhard Reinhold Renan Renato Renaud René Reynald Réda Régis
Rémi Rémy Riad Ricardo Riccardo Richard Riwal Robert Roberto Robin Roch Rodolphe Rodrigo Rodrigue
Roger Roland Rolf Romain Romaric Romuald Ronald Ronan Ruben Rudolf Rudolph Rudy Rui Ryad Ryan Saad
Sabri Saïd Salah Salim Salomon Salvatore Sam Sami Samir Samson Samuel Samy Sandro Sarkis Sean Seán
Selim Serge Sergei Sergio Sergueï Servais Seydou Sébastien Sékou Séraphin Séverin Siegfried
Sigismond Silvère Silvio Siméon Simon Slimane Sofiane Soufiane Souleymane Stanislas Stefan Stefano
Stephan Stephen Steve Steven Stéphan Stéphane Sven Sylvain Sylvestre Sylvère Tadeusz Tahar Tancrède
Tanguy Taoufik Tarek Tarik Teddy Térence Theodor Théo Théobald Théodore Théodule Théophane Théophile
Thibaud Thibault Thibaut Thierno Thierry Thomas Tiago Timothée Titouan Tom Tomas Tomasz Tommaso
Tommy Tony Toufik Tristan Tugdual Ugo Ulrich Umberto Vahan Valentin Valère Valérian Valéry Vartan
Vasco Vassili Venceslas Vianney Victor Victorien Victorin Vidal Vincent Virgile Vittorio Vivien
Vladimir Wahid Walid Walter Wandrille Werner Wilfrid Wilfried Wilhelm Willem William Willy Winston
Wojciech Wolfgang Xabi Xavier Yacine Yahia Yan Yanis Yann Yannig Yannis Yoan Yoann Yohan Yohann
Youcef Youenn Younès Youri Youssef Youssouf Yvain Yvan Yves Yvon Yvonnick Zacharie Zakaria Zaven
Zéphirin Zinedine Zoltan
""".split()
_EITHER = """
Alix Andrea Andréa Camille Claude Dominique Gaby Hyacinthe Jackie Jordane Loïs Morgan Sacha Yaël
Yannick
""".split()
_DOUBTFUL = """
Ambre Anémone Ange Ariane Aurore Avril Bienvenue Blanche Capucine Carmen Cerise Céleste Colombe
Constance Constant Constantin Côme Daphné Diane Diego Espérance Églantine Élouan Fleur Flora Flore
Fortuné Fortunée France Grâce Hector Hermine Iris Jade Jasmin Josselin Julienne Juste Lorraine Loup
Luna Malo Marin Marina Marine Marjolaine Maya Mercedes Milan Myrtille Nancy Narcisse Noël Océane
Olive Orlando Parfait Pâquerette Perle Prudence Prune Reine Roman Romane Rose Sibylle Sofia Sophia
Stella Sybille Toussaint Ulysse Urbain Victoire Victoria Violette Vital Zénaïde
""".split()


def _spelled(names: list[str]) -> set[str]:
    """Return names, also as they are typed without the accent of their capital: *Eric*."""
    return {*names, *(f"E{name[1:]}" for name in names if name.startswith("É"))}


WOMEN = frozenset(_spelled(_WOMEN))
EITHER = frozenset(_spelled(_EITHER))
"""Borne by women and by men."""
DOUBTFUL = frozenset(_spelled(_DOUBTFUL))
"""Also words or places: first names only where something else says so."""
FIRST_NAMES = frozenset(_spelled(_MEN)) | WOMEN | EITHER
NO_SURNAMES = (
    WOMEN
    | frozenset(
        """
Alban Aurélien Bastien Cédric Corentin Cyrille Damien Dylan Erwan Éric Fabien Fabrice Florian Franck
Gaël Gaëtan Gwenaël Jérémie Jérémy Jérôme Joël Jonathan Kevin Kévin Lionel Loïc Loïck Ludovic Maël
Maxence Mehdi Michaël Mickaël Morgan Nolan Pierrick Régis Ronan Serge Sébastien Stéphane Sylvain
Théo Xavier Yann Yannick Yannis Yoann Yohann Yves Yvonnick
""".split()
    )
) - frozenset(
    """
Alix Anne Camille Catherine Claude Colette Dominique Hyacinthe Jane Madeleine Maria Marie
""".split()
)
"""First names that are next to never a surname: *Martin Sylvie* is *Sylvie Martin*."""
FREQUENT = frozenset(
    """
Albert Alexandre André Antoine Arnaud Bastien Benoît Bernard Bertrand Blaise Brice Charles Clément
Daniel David Denis Didier Étienne Félix Gabriel Gauthier Gautier Georges Germain Gérard Gilbert
Gilles Guillaume Henry Hervé Hubert Jacob Lambert Laurent Lucas Marceau Martin Mathieu Maurice
Michel Nicolas Olivier Pascal Raymond Renaud Rémy Richard Robert Robin Roger Roland Simon Thomas
Tristan Vidal Vincent
""".split()
)
"""First names that are as much surnames: *Martin Sylvie*, *Michel Laurent*."""
