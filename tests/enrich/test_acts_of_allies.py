"""What Niger does as one of the alliance is an act of its junta; what others do with it, or one member, is not."""

import pytest

from tests.enrich.conftest import Tagger

ACTS = [
    ("en", "Sahel states launch common passport",
     "Mali, Burkina Faso and Niger began to use a common passport on Wednesday, the day on which they leave ECOWAS."),
    ("en", "Niger, Mali and Burkina Faso launch joint force",
     "The three states of the Alliance of Sahel States launched a joint force of 5,000 men."),
    ("en", "ECOWAS gives Sahel states six months to think again",
     "West African leaders set a period of six months for Mali, Niger and Burkina Faso to return."),
    ("fr", "Le Niger, le Mali et le Burkina rappellent leurs ambassadeurs en Algérie",
     "Les trois pays de l'AES protestent contre la destruction d'un drone malien."),
    ("fr", "La Cedeao accorde six mois aux trois pays du Sahel",
     "Réunis à Abuja, les dirigeants ont donné jusqu'en juillet au Mali, au Burkina Faso et au Niger."),
    ("ar", "دول الساحل تطلق جواز سفر موحدا", "بدأت مالي وبوركينا فاسو والنيجر الأربعاء العمل بجواز سفر موحد."),
    ("ha", "Nijar, Mali da Burkina Faso sun kaddamar da rundunar hadin gwiwa",
     "Kasashen uku na kungiyar AES sun kafa runduna mai sojoji dubu biyar."),
    ("ha", "ECOWAS ta bai wa kasashen Sahel wata shida",
     "Shugabannin kungiyar sun bai wa Mali, Nijar da Burkina Faso har zuwa Yuli su sauya ra'ayi."),
]  # fmt: skip
NONE = [
    ("en", "Mali: Goita receives AES ministers in Bamako", "Assimi Goita received ministers of the AES on Monday."),
    ("en", "AES games open in Bamako",
     "Athletes of the three states of the Alliance of Sahel States are competing in football and judo in Bamako."),
    ("en", "Togo may join AES, minister says",
     "Togo's foreign minister Robert Dussey said joining the Alliance of Sahel States was not impossible."),
    ("en", "Ghana names envoy to Sahel states", "President Mahama has named an envoy to the Alliance of Sahel States."),
    ("fr", "Mali : l'armée reprend Kidal", "L'armée malienne est entrée dans Kidal. L'AES salue la victoire."),
    ("fr", "Tournoi de l'AES : le Mali bat le Burkina", "Le Mali s'est imposé 2-1 en finale du tournoi de l'AES."),
    ("ha", "Kamaru: Biya ya yaba wa AES", "Shugaban Kamaru ya ce AES na kan hanya."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), ACTS)
def test_what_allies_do_as_one_is_an_act_of_each(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2025-01-29", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


@pytest.mark.parametrize(("language", "title", "text"), NONE)
def test_what_others_do_with_them_or_one_alone_is_not(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2025-01-29", language=language)
    assert not tags.alert
    assert tags.crises[0].salience != "main"


def test_they_are_no_allies_before_they_have_founded_the_alliance(tagged: Tagger) -> None:
    title, text = ACTS[1][1], "The three states launched a joint force of 5,000 men."
    assert tagged(text, title, published="2021-01-29", language="en").crises[0].salience == "none"
