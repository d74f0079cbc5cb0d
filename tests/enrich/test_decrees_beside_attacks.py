"""What a ruler decrees is of the crisis though its headline is of those who attack; his condolences are not."""

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger to register accomplices of terrorists",
         "General Abdourahamane Tiani signed an ordinance on Tuesday. It creates a file of those involved."),
        ("fr", "Le Niger crée un fichier des terroristes",
         "Le chef de l'Etat, le général Abdourahamane Tiani, a signé mardi une ordonnance. Elle crée un fichier."),
        ("fr", "Niger : tout complice terroriste sera enregistré",
         "Tout complice sera déchu de sa nationalité. C'est ce que dit une ordonnance signée par le général Tiani."),
        ("ar", "النيجر: سجل وطني للمتواطئين مع الإرهابيين",
         "وقع الجنرال عبد الرحمن تياني الثلاثاء أمرا ينشئ سجلا وطنيا للمتورطين في الإرهاب."),
        ("ha", "Nijar ta kafa rajistar 'yan ta'adda",
         "Janar Abdourahamane Tiani ya sanya hannu ranar Talata kan wata doka da ta kafa rajistar 'yan ta'adda."),
    ],
)  # fmt: skip
def test_a_decree_on_those_who_attack_is_an_act_of_state(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2024-08-28", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: ten killed in terrorist attack",
         "Attackers killed ten people in Tera on Monday. General Abdourahamane Tiani sent his condolences."),
        ("fr", "Niger : dix morts dans une attaque",
         "Des terroristes ont tué dix personnes à Téra. Le général Tiani a présenté ses condoléances."),
        ("ar", "النيجر: عشرة قتلى في هجوم إرهابي", "قتل إرهابيون عشرة أشخاص في تيرا. وقدم الجنرال تياني تعازيه."),
        ("ha", "Nijar: An kashe mutum goma a harin 'yan ta'adda",
         "'Yan ta'adda sun kashe mutum goma a Tera ranar Litinin. Janar Tiani ya mika ta'aziyya."),
    ],
)  # fmt: skip
def test_condolences_are_not(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, published="2024-08-28", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("background", False)
