from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait


def look() -> str:
    options = webdriver.ChromeOptions()
    driver = webdriver.Chrome(options=options)  # effect: wait process
    driver.get("https://a.example")  # effect: wait process
    button = driver.find_element(By.ID, "a")  # effect: wait process
    button.click()  # effect: wait process
    here = expected_conditions.presence_of_element_located((By.ID, "b"))
    WebDriverWait(driver, 10).until(here).click()  # effect: wait process
    for row in driver.find_elements(By.TAG_NAME, "tr"):  # effect: wait process
        row.get_attribute("id")  # effect: wait process
    webdriver.ActionChains(driver).move_to_element(button).click().perform()  # effect: wait process
    driver.switch_to.default_content()  # effect: wait process
    driver.quit()  # effect: wait process
    return driver.current_url
