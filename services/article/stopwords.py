"""The words that give a language away, for those that articles about Niger and its neighbours come in.

Function words first, then what stands in every headline of a crisis, because headlines have few of the former. A word
that several languages share counts for each by its share, so listing it everywhere it belongs makes the table sharper.
Languages beyond Niger's four are here to be told from them, Hausa's look-alikes above all.
"""

from __future__ import annotations

_LISTS = {
    "en": """the of and to in a is that for on it with as was are by at be this have from has his they he their
        not but
        were had which an who said its been after will would more also or one about when there up out she her than
        over into could some two other because while before we you i no if so what all can against says say
        president soldiers army coup military announce announces government state held power people new country his
        leader leaders seize seized detained ousted foreign minister ministers troops borders calls sanctions rule
        palace guard guards general live gunfire heard closed airspace national television statement why how
        should could did does being made make takes took told leaves quit urges urged warns warned vows vowed gives gave
        week weeks months years days since until amid without between through within across under must may yet still
        only just now such those these here where whose many much most any both each few former north south east west
        western killed kills dead attacks attack lifts lifted frees freed released
        arrested suspends suspended closes opens reopens elections election opposition court jails jailed
        five three four rebels gunmen morning letter another days trade market markets prices safe dare""",
    "fr": """le la les de des du un une et est en que qui dans pour par sur au aux pas plus ne se ce cette ces
        son sa ses
        avec il elle ils sont été a ont était mais ou où leur leurs comme après avant selon entre sans sous depuis
        également aussi alors dont nous vous tout tous d l n s c qu y à être fait contre deux lors face
        président militaires militaire armée coup état pouvoir gouvernement putsch soldats annoncent annonce pays chef
        ministre étrangères frontières général garde présidentielle palais nouveau suspendu appelle demande
        déclare
        prend prié quitte quitté veut peut doit seront eux dès jusqu aucun aucune chaque quand pourquoi voici toujours
        jamais déjà très peu moins autre autres même mêmes dernier dernière derniers dernières première trois quatre
        ans jours mois semaine semaines lundi mardi mercredi jeudi vendredi samedi dimanche janvier février juillet
        août septembre octobre décembre appellent libération libéré liberté arrêté arrêtés tués tué morts blessés
        renversé déchu destitué retenu dément condamne craint remis levée fils femmes hommes ville villages entendus
        tirs nouvelle nouveaux nouvelles présidentiel élection élections nigérien nigériens nigérienne malien maliens
        armées bloqués ambassadeur porte coupé frontière revue presse fleuve prix marché marchés""",
    "ha": """da na ya ta a ne ce ba sun wanda wannan kuma amma ko don domin kan cikin daga zuwa bayan cewa yadda inda
        lokacin kasar kasa ƙasar ƙasa yana tana suna ana zai za aka suka yi yake wata wani su shi ita mai masu
        har kafin
        saboda dukkan babban birnin duk ga kamar wasu wadanda waɗanda an ake kai yan ƴan nan can ke sai mun ku mu
        shugaban shugaba sojoji sojojin mulki mulkin juyin gwamnati gwamnatin mutane mutanen jiya yau ranar hambarar
        hamɓarar tsohon ministan majalisar dakarun tsaro kungiyar ƙungiyar nijar najeriya yamai fadar jamhuriyar ce
        sanar rufe iyakokin iyakoki kwace ƙwace tsare
        tarihi tarihin wane wacce wadda kotu labarai labaran hafsoshi hafsoshin janar sarki rana safe yamma dare jiha
        jihar jihohi farashi farashin kasuwa kasuwanni kasuwannin mutum uku biyu huɗu hudu biyar shida bakwai makon mako
        shekara shekaru shekarar watan kashe kashi saki sako ceto faransa amurka rasha afirka afrika yammacin arewa
        arewacin kudu kudancin gabas gabashin gari garin rundunar jami bindiga harin hari fara zargi rasuwar zabe zaɓe
        zaben zaɓen duniya taro taron kwana kwanaki tashi sauka ƙarshe karshe yaki yaƙi kifar yunkurin yunƙurin
        murabus zan""",
    "ar": """في من على إلى الى أن ان التي الذي هذا هذه بعد قبل مع عن كان كانت كما قال قالت ما لا بين وقال إن أو ثم حيث
        لم لن قد وقد ذلك تلك عند منذ خلال ضد بعد حتى كل وفي ومن وهو وهي هو هي أنه بأن الرئيس رئيس الجيش انقلاب
        الانقلاب العسكري الحكومة قائد قوات اليوم وزير بيان عبر البلاد
        كيف لماذا متى ماذا يصل يعلن تعلن أعلن أعلنت يدعو تدعو يغادر تغادر تنسحب انسحابها يندد تندد برئاسة رئاسة وفد
        أزمة حدود دولة حكومة عسكريين عسكري عسكرية جندي جنود محاولة مرحلة انتقالية انتخابات مقتل هجوم قصف أسبوع أيام
        سنوات شهر ثلاث آخر جديد جديدة عاجل حول نحو أمام لدى كل غير أكثر أول بأن لكن وسط قبالة""",
    "fa": """در و از به که این را با است برای آن می شد شده بود کرد های یک خود تا او هم بر پس رئیس جمهور کودتا""",
    "ur": """کے میں کی ہے اور سے کو نے پر کا کہ ہیں تھا گیا بھی اس یہ ایک صدر فوج حکومت""",
    "es": """el la los las de del un una y que en por para con su sus se es al lo como más pero fue ha han este esta
        entre sobre cuando también desde hasta donde muy sin no o sido son está según tras contra
        presidente militares ejército golpe estado gobierno poder país""",
    "pt": """o a os as de do da dos das um uma e que em no na nos nas por para com seu sua se ao mais mas foi são não
        como pelo pela à também entre sobre até quando já ou está após contra
        presidente militares exército golpe estado governo poder país""",
    "it": """il lo la i gli le di del della dei delle un una e che in per con su da non si è sono al alla nel
        nella come
        più ma ha anche dal dalla questo questa tra dopo contro
        presidente militari esercito colpo stato governo potere paese dare""",
    "de": """der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat
        dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis
        gegen soldaten putsch präsident militär regierung macht land""",
    "nl": """de het een en van in is op te dat die voor met zijn niet aan er om ook als bij maar door naar uit
        over dan
        worden wordt werd na heeft tegen""",
    "sw": """ya na wa kwa ni katika za la kuwa hiyo huo baada kwamba lakini pia yake hii huyo alisema wakati
        jeshi nchi
        watu serikali mapinduzi rais cha vya hayo kama bila hadi kutoka mwa kijeshi wake yao hilo si sasa mkuu
        shida gari""",
    "yo": """ti ni awọn fun pe kan ati lati wọn naa ń ninu si o ṣe àwọn láti pé fún náà wọ́n ìjọba àti nínú kí
        òun bí tó
        orílẹ̀ ààrẹ""",
    "ig": """na nke ndị ga maka bụ ọ ka site onye ya n'ime mgbe ahụ kwuru ha dị onyeisiala ndi""",
    "ff": """e nder to ɗum ngam kadi leydi laamu ndu ɓe hono ɗo haa o mo be ko ɗe nden laamɗo""",
    "dje": """ga no da kaŋ ni go i laabu borey boro se sambu ndunnya cine hinne nda ra kulu woo zama irkoy""",
    "wo": """ak ci la mu ne yi bi ñu di am nga naa ba mi ngir dafa dañu jàmm réew""",
    "so": """iyo ee oo in ka ku ayaa waxaa uu la soo ay lagu waa si ah dalka madaxweynaha ciidamada""",
    "tr": """ve bir bu için ile da de olarak olan sonra daha çok gibi kadar ise ancak olduğu tarafından darbe asker
        cumhurbaşkanı ordu""",
    "id": """yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah juga ke adalah kudeta presiden
        militer negara hari""",
    "ro": """și de la în că din pe cu care este nu un o pentru mai sau fost după prin lui ale""",
    "pl": """i w na z do nie że się o jest to po jak od za przez ale dla był są oraz już tym""",
    "sv": """och i att det som en på är av för med till den har de inte om ett han men från efter vid""",
    "da": """og i at det som en på er af for med til den har de ikke om et han men fra efter ved""",
    "ru": """и в не на что с по как это он к из за от для был до о его при после также президент нигере военные
        переворот""",
    "uk": """і в не на що з як це він до із за від для був о його після також президент та у військові""",
}


def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for language, words in _LISTS.items():
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(language)
    # One tuple object per combination, so that counting them compares by identity.
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    return {word: shared.setdefault(tuple(found), tuple(found)) for word, found in table.items()}


LANGUAGES = frozenset(_LISTS)
STOPWORDS = _table()
