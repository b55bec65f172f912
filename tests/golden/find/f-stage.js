academyFind.take("01627ddc20d8","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
