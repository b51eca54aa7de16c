package vn.doichieu.web.story;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("web")
class StoryTest {

  @Test
  void fromTheFirstStartToTheListOfLeaders() throws IOException {
    try (Story story = new Story()) {
      Beginning administrator = Beginning.firstStart(story);
      administrator.makesTheArea();
      administrator.makesAccounts();

      Sending figures = new Sending(story);
      figures.aWrongCellIsToldAndCorrected();
      figures.oneFigureIsTyped();
      figures.theStaffHandsInAll();

      Answering answers = new Answering(story);
      answers.theLeaderFindsAResultByKeyboard();
      answers.theLeaderAsksTheUnitAnswers();
      answers.aWaiverIsAskedForAndApprovedByAnother();

      RuleChange rules = new RuleChange(story);
      rules.aThresholdIsRaisedAndProposed();
      rules.anotherPublishesItAndTheDashboardTells();

      new LeadersList(story).isMadeAndHoldsWhatWasSaid();
      administrator.findsTheLogWhole();
      InEnglish.readsTheMainPages(story);
    }
  }
}
